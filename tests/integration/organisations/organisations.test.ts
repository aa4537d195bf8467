import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Caller,
  callerFor,
  makeAccount,
  makeOrganisation,
  stranger,
  type TestOrganisation,
} from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let operator: Caller;
let n = 0;
const fresh = () => `new-${++n}`;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  const accountId = await makeAccount("operator@installation.example", "Olu Operator");
  await asSuperuser(database, (db) => db`insert into operator (account_id) values (${accountId})`);
  operator = await callerFor(accountId, null);
});

async function expectNothing(attempt: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

describe("HR creates another organisation", () => {
  test("from a template, and is its first HR admin with the own account", async () => {
    const slug = fresh();
    const made = await (await north.as("hr")).organisations.create({ name: "Eastvale", slug, template: "council" });
    expect(made).toEqual({ slug, name: "Eastvale", invitation: { path: null, kind: null } });
    const there = await callerFor(north.people.hr.accountId, slug);
    const home = await there.organisations.home();
    expect(home.roles).toEqual([expect.objectContaining({ role: "hr_admin", unitKind: "organisation" })]);
    expect((await there.people.list({})).people.map((p) => p.name)).toEqual(["Hari HR"]);
    expect((await there.people.units({ role: "senior_leader" })).map((u) => u.name)).toContain("Housing");
    expect((await there.audit.list({})).rows.map((r) => r.action)).toEqual(["organisation.create"]);
    const here = await (await north.as("hr")).audit.list({ action: "organisation.found" });
    expect(here.rows[0]).toMatchObject({ subject: "Eastvale", actor: "Hari HR" });
    // Nobody else of north belongs to it.
    const leader = await callerFor(north.people.leader.accountId, slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.organisations.home());
  });

  test("a taken or malformed address is a message at the field, and nothing is half-made", async () => {
    const hr = await north.as("hr");
    await expectNothing(
      () => hr.organisations.create({ name: "Again", slug: south.slug, template: "empty" }),
      "BAD_REQUEST",
    );
    for (const slug of ["", "Has Capitals", "-x", "a".repeat(60), "../etc"]) {
      await expectNothing(() => hr.organisations.create({ name: "Again", slug, template: "empty" }), "BAD_REQUEST");
    }
  });

  test.each(["branchHr", "leader", "supervisor", "member"] as const)("is refused to %s", async (persona) => {
    const caller = await north.as(persona);
    const input = { name: "Mine", slug: fresh(), template: "empty" as const };
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.organisations.create(input));
  });
});

describe("the operator", () => {
  beforeEach(() => operator.installation.reinstate({ slug: north.slug }).catch(() => null));

  test("reads names, addresses and states, and nothing else", async () => {
    const { organisations } = await operator.installation.list({});
    expect(organisations.map((o) => o.slug)).toEqual(expect.arrayContaining([north.slug, south.slug]));
    for (const o of organisations) expect(Object.keys(o).sort()).toEqual(["createdAt", "name", "slug", "status"]);
    expect((await operator.installation.list({ search: "south" })).organisations).toHaveLength(1);
  });

  test("reads the list a page at a time, without loss", async () => {
    const all = (await operator.installation.list({})).organisations.map((o) => o.slug);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof operator.installation.list>> = await operator.installation.list({
        limit: 1,
        cursor,
      });
      seen.push(...page.organisations.map((o) => o.slug));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  test("creates one for somebody else and cannot enter it", async () => {
    const slug = fresh();
    const made = await operator.installation.create({
      name: "Westmoor",
      slug,
      template: "nhs_trust",
      hrName: "Wanda",
      hrEmail: "wanda@westmoor.example",
    });
    expect(made.invitation).toMatchObject({ kind: "choose-password" });
    const [row] = await asSuperuser(
      database,
      (db) =>
        db`select account_id from operator where account_id in (select id from account where email like 'operator@%')`,
    );
    const inside = await callerFor(row?.account_id, slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => inside.organisations.home());
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => inside.people.list({}));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => inside.audit.list({}));
  });

  test("suspends: everybody is out on the next request, and in again after", async () => {
    const [hr, leader] = [await north.as("hr"), await north.as("leader")];
    await expect(hr.organisations.home()).resolves.toBeTruthy();
    expect(await operator.installation.suspend({ slug: north.slug })).toEqual({ status: "suspended" });
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => hr.organisations.home());
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.organisations.home());
    await expect((await south.as("hr")).organisations.home()).resolves.toBeTruthy();
    const me = await (await callerFor(north.people.leader.accountId, null)).account.me();
    expect(me.organisations).toEqual([]);
    await expectNothing(() => operator.installation.suspend({ slug: north.slug }), "PRECONDITION_FAILED");
    expect(await operator.installation.reinstate({ slug: north.slug })).toEqual({ status: "active" });
    await expect(hr.organisations.home()).resolves.toBeTruthy();
    const events = await hr.audit.security({ kind: "organisation_suspended" });
    expect(events.rows.length).toBeGreaterThanOrEqual(1);
    expect(events.rows[0]?.person).toBeNull();
  });

  test("an address that does not exist is not found", async () => {
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => operator.installation.suspend({ slug: "nowhere" }));
  });

  test("is nobody to an organisation, and HR is no operator", async () => {
    const hr = await north.as("hr");
    const input = { name: "X", slug: fresh(), template: "empty" as const, hrName: "H", hrEmail: "h@x.example" };
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [
      () => hr.installation.list({}),
      () => hr.installation.suspend({ slug: south.slug }),
      () => hr.installation.reinstate({ slug: south.slug }),
      () => hr.installation.create(input),
    ]);
    await expect(stranger(null).installation.list({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
