import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "#server/api/root.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { certifyRelease, publishRelease, withdrawRelease } from "#server/modules/releases/index.ts";
import { makeOrganisation, type PersonaName, stranger, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedWave, people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { ANSWERS, numbersIn, publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let autumn: string;
let superuser: postgres.Sql;

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 2 });
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  autumn = await publishedWave(north, "Autumn 2026", "2026-09-30T12:00:00Z");
});
afterAll(() => superuser.end());

const holdsOf = async (label: string, org = north) => {
  const made = await certifyRelease(org.id, label);
  return { verdict: made.verdict, checks: Object.fromEntries(made.checks.map((c) => [c.title, c.holds])) };
};

describe("made again by the command", () => {
  test("a release as it was published holds in every check", async () => {
    const { verdict, checks } = await holdsOf("Autumn 2026");
    expect(verdict).toBe("passed");
    expect(Object.values(checks)).toEqual(new Array(9).fill(true));
  });

  test("again later, with another wave before it that came afterwards", async () => {
    await publishedWave(north, "Summer 2026", "2026-06-30T12:00:00Z", { ...ANSWERS, a2: people(4, 1, 2) });
    expect(await holdsOf("Autumn 2026")).toMatchObject({ verdict: "passed" });
    expect(await holdsOf("Summer 2026")).toMatchObject({ verdict: "passed" });
  });

  test.each([
    ["a block", "update release_block set direction_sum = direction_sum + 60 where wave_of", "The sums agree"],
    [
      "a cell",
      "update release_cell set delivery_sum = delivery_sum - 60 where wave_of and code = 'D1'",
      "The sums agree",
    ],
    ["a hidden cell", "update release_cell set participation = 40 where wave_of and not shown", "Hidden means empty"],
    [
      "a cell shown that is not",
      "update release_cell set shown = true, n = 8, direction_sum = 1440, delivery_sum = 1440 where wave_of and code = 'B1'",
      "The sums agree",
    ],
    [
      "an extreme put back",
      "update release_block set direction_sum = 12 * 60 * 5 where wave_of and n = 12 and pattern = 1",
      "Nobody is pinned down",
    ],
  ])("%s that was changed shows", async (_, statement, check) => {
    const [row] = await superuser`select id from release where wave_id = ${autumn}`;
    const touched = statement.replace("wave_of", `release_id = '${row?.id}'`);
    await superuser.begin(async (sql) => {
      await sql.unsafe("create temp table kept_blocks on commit preserve rows as select * from release_block");
      await sql.unsafe("create temp table kept_cells on commit preserve rows as select * from release_cell");
      await sql.unsafe(touched);
    });
    const { verdict, checks } = await holdsOf("Autumn 2026");
    await superuser.unsafe(`delete from release_block; delete from release_cell; insert into release_block select * from kept_blocks;
      insert into release_cell select * from kept_cells; drop table kept_blocks; drop table kept_cells`);
    expect({ verdict, [check]: checks[check], unchanged: checks["Nothing was changed"] }).toEqual({
      verdict: "failed",
      [check]: false,
      unchanged: false,
    });
  });

  test("an answer that was changed shows in both fingerprints", async () => {
    await superuser`update sealed_response set d1 = 1 where id = (select id from sealed_response where wave_id = ${autumn} and unit_id = ${north.units.b1} limit 1)`;
    const { verdict, checks } = await holdsOf("Autumn 2026");
    expect({ verdict, checks }).toMatchObject({
      verdict: "failed",
      checks: { "The rule was kept": false, "The same answers": false },
    });
    await superuser`update sealed_response set d1 = 3 where wave_id = ${autumn} and unit_id = ${north.units.b1}`;
    expect((await holdsOf("Autumn 2026")).verdict).toBe("passed");
  });

  test("once the answers were deleted, from the stored blocks alone, and it says so", async () => {
    await publishedWave(north, "Spring 2026", "2026-03-30T12:00:00Z");
    await superuser`delete from sealed_response where wave_id = (select id from wave where label = 'Spring 2026')`;
    const made = await certifyRelease(north.id, "Spring 2026");
    expect(made).toMatchObject({ verdict: "passed", answersThere: false });
    expect(made.checks.filter((c) => c.holds === null).map((c) => [c.title, c.why])).toEqual([
      ["The rule was kept", "the answers were deleted, as promised"],
      ["The same answers", "the answers were deleted, as promised"],
    ]);
  });

  test("another organisation's wave, a withdrawn one and one that was never checked have none", async () => {
    await makeSealedWave(north, "Sealed", ANSWERS, { closedAt: "2025-10-30T12:00:00Z" });
    for (const [org, label] of [
      [south, "Autumn 2026"],
      [north, "Sealed"],
      [north, "No such"],
    ] as const) {
      await expect(certifyRelease(org.id, label)).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});

describe("the page", () => {
  test.each<[PersonaName, boolean]>([
    ["hr", true],
    ["branchHr", false],
    ["leader", false],
  ])("%s reads it", async (persona, mayRun) => {
    const page = await (await north.as(persona)).certificates.read({ waveId: autumn });
    expect(page).toMatchObject({ mayRun, facts: { k: 5, k2: 10, wave: { label: "Autumn 2026", state: "passed" } } });
    expect(page.teams).toEqual({ all: 4, onScreen: 2, inFiles: 0 });
    expect(page.facts?.check?.inputHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<PersonaName>(["supervisor", "member", "nobody"])("%s does not", async (persona) => {
    const caller = await north.as(persona);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.certificates.read({}));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.certificates.exportTotals({ waveId: autumn }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      caller.certificates.share({ waveId: autumn, label: "x" }),
    );
  });

  test("totals are the second pattern's, of the reader's part, and the copy is booked", async () => {
    const hr = await (await north.as("hr")).certificates.exportTotals({ waveId: autumn });
    const lines = hr.csv.trim().split("\r\n");
    expect(lines).toHaveLength(8);
    const shown = lines.filter((line) => line.split(",")[3] === "yes").map((line) => line.split(",")[0]);
    expect(shown).toEqual(["ORG", "D1", "D2"]);
    for (const line of lines.filter((l) => /^(A1|A2|B1|B2),/.test(l))) expect(line).toMatch(/,not shown,{15}$/);
    const d1 = lines
      .find((line) => line.startsWith("D1,"))!
      .split(",")
      .map(Number);
    const six = (from: number) => d1.slice(from, from + 6).reduce((a, b) => a + b, 0);
    expect([six(7), six(13)]).toEqual([6 * d1[5]!, 6 * d1[6]!]);
    const leader = await (await north.as("leader")).certificates.exportTotals({ waveId: autumn });
    expect(leader.csv).not.toContain("Planning");
    const booked =
      await superuser`select actor, after from audit_event where action = 'release.export-totals' order by after->>'rows' desc`;
    expect(booked.map((b) => b.after)).toEqual([
      { rows: 7, hidden: 4 },
      { rows: 3, hidden: 2 },
    ]);
  });
});

describe("a link without an account", () => {
  const at = (time: number): Clock => ({ now: () => new Date(time) });
  const secretOf = (path: string) => path.split("/").at(-1)!;
  const read = (slug: string, secret: string) => stranger(null).certificates.shared({ slug, secret });

  test("shows how the wave is protected and no result", async () => {
    const made = await (await north.as("hr")).certificates.share({ waveId: autumn, label: "Staff side" });
    expect(made.path).toMatch(/^\/certificate\/north\/[\w-]{43}$/);
    const shared = await read("north", secretOf(made.path));
    expect(shared).toMatchObject({
      organisationName: "north council",
      linkLabel: "Staff side",
      wave: { state: "passed" },
    });
    expect(numbersIn(shared)).toEqual(["k = 5", "k2 = 10"]);
    expect(JSON.stringify(shared)).not.toMatch(/Housing|Planning|Lettings/);
    const stored = await superuser`select token_hash, purpose from certificate_link where org_id = ${north.id}`;
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(secretOf(made.path));
  });

  test("unknown, foreign, expired, ended and withdrawn are one answer", async () => {
    const hr = await north.as("hr");
    const open = await hr.certificates.share({ waveId: autumn, label: "DPO", days: 30 });
    const secret = secretOf(open.path);
    await expect(read("north", secret)).resolves.toMatchObject({ linkLabel: "DPO" });
    const refusals = [
      ["north", "x".repeat(43)],
      ["south", secret],
      ["nowhere", secret],
      ["north", ""],
    ] as const;
    const messages = new Set<string>();
    for (const [slug, given] of refusals) {
      messages.add(
        await read(slug, given).then(
          () => "read",
          (error: Error) => error.message,
        ),
      );
    }
    const late = at(Date.now() + 31 * 86_400_000);
    const asLate = appRouter.createCaller({
      unverifiedSecret: null,
      unverifiedSlug: null,
      clock: late,
    });
    messages.add(
      await asLate.certificates.shared({ slug: "north", secret }).then(
        () => "read",
        (error: Error) => error.message,
      ),
    );
    expect((await hr.certificates.endLink({ linkId: open.linkId })).state).toBe("ended");
    messages.add(
      await read("north", secret).then(
        () => "read",
        (error: Error) => error.message,
      ),
    );
    expect([...messages]).toEqual(["We could not find this page."]);
    expect((await hr.certificates.endLink({ linkId: open.linkId })).state).toBe("ended");
  });

  test("its secret opens nothing else", async () => {
    const { path } = await (await north.as("hr")).certificates.share({ waveId: autumn, label: "Union" });
    const secret = secretOf(path);
    const asSession = appRouter.createCaller({
      unverifiedSecret: secret,
      unverifiedSlug: "north",
      clock: at(Date.now()),
    });
    await expect(asSession.organisations.home()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(asSession.results.table({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const hr = await north.as("hr");
    await expect(hr.account.acceptInvitation({ token: secret })).rejects.toThrow();
  });

  test("only whoever runs waves makes and ends one", async () => {
    for (const persona of ["leader", "branchHr"] as const) {
      const caller = await north.as(persona);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
        caller.certificates.share({ waveId: autumn, label: "x" }),
      );
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", async () =>
      (await south.as("hr")).certificates.share({ waveId: autumn, label: "x" }),
    );
  });
});

describe("the same answers again after a withdrawal", () => {
  const again = (label: string, closedAt: string) => makeSealedWave(north, label, ANSWERS, { closedAt });
  const move = async (to: "d1" | "d2") => {
    const { root, b2 } = north.units;
    await superuser`update unit set path = ${[root, north.units[to], b2]} where id = ${b2}`;
    await superuser`update unit_placement set parent_id = ${north.units[to]} where unit_id = ${b2}`;
  };

  test("over the same tree they may be published; over another one that would tell of a small team, not", async () => {
    const first = await publishedWave(north, "Import", "2024-05-05T12:00:00Z");
    await withdrawRelease(north.id, first, "Wrong name", "Hari HR");
    const same = await again("Import again", "2024-05-06T12:00:00Z");
    expect(await publishRelease(north.id, same)).toMatchObject({ verdict: "passed" });
    expect(await holdsOf("Import again")).toMatchObject({ verdict: "passed" });
    await withdrawRelease(north.id, same, "Wrong tree", "Hari HR");

    await move("d1");
    const moved = await again("Import moved", "2024-05-20T12:00:00Z");
    expect(await publishRelease(north.id, moved)).toMatchObject({ verdict: "failed" });
    const held = await (await north.as("hr")).certificates.read({ waveId: moved });
    expect(held).toMatchObject({ facts: { wave: { state: "failed" } }, teams: null });
    expect(await holdsOf("Import moved")).toMatchObject({
      verdict: "failed",
      checks: { "Subtraction finds nothing": false },
    });
    await expect(superuser`insert into release (org_id, id, wave_id, k, k2, s_direction, s_delivery, answers, statistics)
      select org_id, release_id, wave_id, 5, 10, 20, 20, 32, '{}' from release_audit where wave_id = ${moved}`).rejects.toThrow(
      /release_passed_audit_fk/,
    );

    // For the whole organisation only, nothing new is said.
    const hr = await north.as("hr");
    await expect(hr.certificates.raiseK({ waveId: moved, k: 5 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(hr.certificates.raiseK({ waveId: autumn, k: 8 })).rejects.toThrow(/held back/);
    expect(await hr.certificates.raiseK({ waveId: moved, k: 26 })).toEqual({ waveId: moved, k: 26 });
    expect(await publishRelease(north.id, moved)).toMatchObject({ verdict: "passed" });
    const { table } = await hr.results.table({ waveId: moved });
    expect(table).toMatchObject({ k: 26, k2: 26, organisation: { answers: 32 } });
    expect(table!.rows.every((row) => row.engagement.mark === "hidden")).toBe(true);
    await move("d2");
  });

  test("a wave of another month is no earlier release of the same answers", async () => {
    const other = await again("A month later", "2024-06-20T12:00:00Z");
    expect(await publishRelease(north.id, other)).toMatchObject({ verdict: "passed" });
  });
});
