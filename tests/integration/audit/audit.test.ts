import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { exportAuditFile } from "#server/api/export-audit.ts";
import { createSession } from "#server/auth/sessions.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let hr: Caller;

/** Rows of many moments: three of one instant, so that a cursor of milliseconds alone would lose some. */
const add = (
  org: TestOrganisation,
  rows: { at: string; action?: string; subject?: string; person?: string | null }[],
) =>
  asSuperuser(database, async (db) => {
    for (const r of rows) {
      await db`insert into audit_event (org_id, at, person_id, actor, action, subject)
        values (${org.id}, ${r.at}, ${r.person ?? null}, 'somebody', ${r.action ?? "unit.rename"}, ${r.subject ?? "a"})`;
    }
  });

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  hr = await north.as("hr");
  await add(north, [
    { at: "2026-03-28T23:59:59.999999Z", subject: "28th" },
    { at: "2026-03-29T00:00:00Z", subject: "29th, first" },
    { at: "2026-03-29T22:59:59.999999Z", subject: "29th, last (clocks went forward)" },
    { at: "2026-03-29T23:00:00Z", subject: "30th in London" },
    { at: "2026-02-01T12:00:00.000001Z", subject: "same 1" },
    { at: "2026-02-01T12:00:00.000002Z", subject: "same 2" },
    { at: "2026-02-01T12:00:00.000002Z", subject: "same 3" },
    { at: "2026-01-05T12:00:00Z", subject: "by the leader", person: north.people.leader.personId },
  ]);
  await add(south, [{ at: "2026-03-29T12:00:00Z", subject: "of south" }]);
});

const subjects = async (input: Parameters<Caller["audit"]["list"]>[0]) =>
  (await hr.audit.list(input)).rows.map((r) => r.subject);

describe("changes", () => {
  test("are the own organisation's, newest first", async () => {
    const all = await subjects({});
    expect(all).toContain("north council");
    expect(all).not.toContain("of south");
    expect(all.indexOf("30th in London")).toBeLessThan(all.indexOf("28th"));
  });

  test("are filtered by day in the organisation's zone, both days included", async () => {
    expect(await subjects({ from: "2026-03-29", to: "2026-03-29" })).toEqual([
      "29th, last (clocks went forward)",
      "29th, first",
    ]);
    expect(await subjects({ from: "2026-03-30", to: "2026-03-30" })).toEqual(["30th in London"]);
  });

  test("are filtered by who and by what", async () => {
    expect(await subjects({ actor: north.people.leader.personId })).toEqual(["by the leader"]);
    expect(await subjects({ actor: south.people.hr.personId })).toEqual([]);
    expect(await subjects({ actor: randomUUID() })).toEqual([]);
    expect(await subjects({ action: "organisation.create" })).toEqual(["north council"]);
    expect(await subjects({ actor: "system", to: "2026-02-27" })).toHaveLength(3);
    await expect(hr.audit.list({ action: "x' or 1=1" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(hr.audit.list({ from: "yesterday" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("are paged without loss, within one microsecond too", async () => {
    const all = (await hr.audit.list({ limit: 100 })).rows.map((r) => r.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof hr.audit.list>> = await hr.audit.list({ limit: 1, cursor });
      seen.push(...page.rows.map((r) => r.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  test.each(["branchHr", "leader", "supervisor", "member"] as const)("are refused to %s", async (persona) => {
    const caller = await north.as(persona);
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", [
      () => caller.audit.list({}),
      () => caller.audit.security({}),
      () => caller.audit.exportChanges({}),
      () => caller.audit.exportSecurity({}),
      () => caller.audit.recordExport({ what: "changes" }),
    ]);
  });
});

describe("refusals and sign-ins", () => {
  test("name the person and what was asked for, of the own organisation only", async () => {
    const [mine, theirs] = [await north.as("member"), await south.as("member")];
    await expect(mine.people.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(theirs.people.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { rows } = await hr.audit.security({ kind: "refused", actor: north.people.member.personId });
    expect(rows.length).toBeGreaterThanOrEqual(1);
    expect(rows[0]).toMatchObject({ person: "member", procedure: "people.list" });
    expect((await hr.audit.security({ actor: south.people.member.personId })).rows).toEqual([]);
    const ids = await asSuperuser(
      database,
      (db) => db`select id::text from security_event where org_id is distinct from ${north.id}`,
    );
    const shown = new Set((await hr.audit.security({ limit: 100 })).rows.map((r) => r.id));
    expect(ids.some((r) => shown.has(r.id))).toBe(false);
  });
});

describe("the file", () => {
  const request = async (org: TestOrganisation, persona: "hr" | "leader", query: string, headers = {}) => {
    const accountId = org.people[persona].accountId;
    const secret = await inTransaction({ accountId }, (tx) =>
      createSession(tx, accountId, { idleMinutes: 30, absoluteHours: 24 }, new Date()),
    );
    return exportAuditFile(new Headers(headers), org.slug, new URLSearchParams(query), secret);
  };

  test("has every row once, over several pages, harmless in a spreadsheet, and leaves a row itself", async () => {
    await add(south, [
      { at: "2026-01-01T00:00:00Z", subject: '=HYPERLINK("http://evil.example")' },
      { at: "2026-01-01T00:00:01Z", subject: "+1" },
      { at: "2026-01-01T00:00:02Z", subject: "@x" },
      { at: "2026-01-01T00:00:03Z", subject: "-1" },
      { at: "2026-01-01T00:00:04Z", subject: "\t=1" },
    ]);
    await asSuperuser(
      database,
      (db) => db`insert into audit_event (org_id, at, actor, action, subject)
        select ${south.id}, '2025-06-01'::timestamptz + n * interval '1 second', 'filler', 'unit.rename', 'row ' || n
        from generate_series(1, 4100) n`,
    );
    const response = await request(south, "hr", "what=changes");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="south-audit-changes\.csv"$/);
    const text = await response.text();
    const lines = text.trim().split("\r\n");
    expect(lines.filter((l) => l.includes("filler"))).toHaveLength(4100);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((l) => l.includes("When (UTC)"))).toHaveLength(1);
    for (const cell of [`"'=HYPERLINK(""http://evil.example"")"`, "'+1", "'@x", "'-1", "'\t=1"]) {
      expect(text).toContain(`,${cell},`);
    }
    const { rows } = await (await south.as("hr")).audit.list({ action: "audit.export" });
    expect(rows).toHaveLength(1);
  });

  test("is filtered like the page, and refuses what the page refuses", async () => {
    const found = await request(north, "hr", "what=changes&from=2026-03-30&to=2026-03-30");
    expect((await found.text()).trim().split("\r\n")).toHaveLength(2);
    expect((await request(north, "hr", "what=security")).status).toBe(200);
    expect((await request(north, "leader", "what=changes")).status).toBe(403);
    expect((await request(north, "hr", "what=changes&from=x")).status).toBe(400);
    expect((await request(north, "hr", "what=everything")).status).toBe(400);
    expect((await request(north, "hr", "what=changes", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await exportAuditFile(new Headers(), north.slug, new URLSearchParams("what=changes"))).status).toBe(401);
    const abroad = { ...north, slug: south.slug };
    expect((await request(abroad, "hr", "what=changes")).status).toBe(404);
  });
});
