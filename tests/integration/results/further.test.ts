import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import { certifyRelease, publishRelease, withdrawRelease } from "#server/modules/releases/index.ts";
import { listExtraRisks } from "#server/modules/results/index.ts";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { type FurtherGiven, makeSealedPulse } from "../../factories/sealed-pulse.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { publishedWave } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let superuser: postgres.Sql;
let autumn: string;

const ASKED = [
  ["X3", "extra", "I could settle small things in my work myself."],
  ["L1", "local", "I can reach the depot by bus for the first shift."],
  ["L2", "local", "Our lockers are safe."],
] as const;

/** D1 { A1 16 of whom 12 answered X3, A2 14 }, D2 { B1 12 }. L2 was answered by four people of A1 alone. */
const GIVEN: Partial<Record<UnitName, FurtherGiven[]>> = {
  a1: [
    { n: 12, extra: 2, locals: [4, null] },
    { n: 4, extra: null, locals: [2, 1] },
  ],
  a2: [{ n: 14, extra: 4, locals: [0] }],
  b1: [{ n: 12, extra: 3, locals: [5] }],
};

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 2 });
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  for (const org of [north, south]) {
    const id = await makeSealedPulse(org, "Autumn 2026", "2026-09-30T12:00:00Z", ASKED, GIVEN);
    if (org === north) autumn = id;
    expect(await publishRelease(org.id, id)).toMatchObject({ verdict: "passed" });
  }
});
afterAll(() => superuser.end());

const furtherOf = async (org: TestOrganisation, who: "hr" | "leader" | "supervisor", unit: UnitName) =>
  (await (await org.as(who)).results.unit({ unitId: org.units[unit] })).further;

describe("the extra statement and HR's own", () => {
  test("stand on the unit's page as agreement of those who answered, beside the organisation's", async () => {
    expect(await furtherOf(north, "hr", "a1")).toEqual([
      { code: "X3", words: ASKED[0][2], agreement: 25, limit: null, organisation: 51 },
      // 12 x 4 and 4 x 2 of sixteen people.
      { code: "L1", words: ASKED[1][2], agreement: 63, limit: null, organisation: 75 },
      { code: "L2", words: ASKED[2][2], agreement: null, limit: null, organisation: null },
    ]);
  });

  test("what fewer than ten answered is shown nowhere, also not higher up", async () => {
    for (const unit of ["root", "d1", "d2", "a1", "a2", "b1"] as const) {
      const found = (await furtherOf(north, "hr", unit)).find(({ code }) => code === "L2");
      expect([unit, found?.agreement ?? null]).toEqual([unit, null]);
    }
    const [row] = await superuser`select count(*)::int as n from release_further_block where code = 'L2'`;
    expect(row?.n).toBe(0);
  });

  test("a moved extreme says that it is a limit: everybody agreed, and nobody can be pinned to it", async () => {
    const l1 = (await furtherOf(north, "hr", "b1")).find(({ code }) => code === "L1");
    expect(l1).toMatchObject({ agreement: 92, limit: "or_more" });
  });

  test("where nobody of a team answered it, the unit above is about the others alone", async () => {
    // A2 answered "does not apply" to L1: D1's block of L1 is A1's alone, so both are the same sixteen people.
    expect((await furtherOf(north, "hr", "a2")).find(({ code }) => code === "L1")?.agreement).toBeNull();
    expect((await furtherOf(north, "hr", "d1")).find(({ code }) => code === "L1")?.agreement).toBe(63);
  });

  test("each role reads its own part, and another organisation's unit is not found", async () => {
    expect((await furtherOf(north, "leader", "a1")).length).toBe(3);
    expect((await furtherOf(north, "supervisor", "a1")).length).toBe(3);
    const mine = await (await north.as("supervisor")).results.myTeam({});
    expect(mine.further.map(({ code, agreement }) => [code, agreement])).toEqual([
      ["X3", 25],
      ["L1", 63],
      ["L2", null],
    ]);
    const leader = await north.as("leader");
    for (const unitId of [north.units.b1, south.units.a1]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.results.unit({ unitId }));
    }
  });

  test("each wave has its own, and one that asked none has none", async () => {
    const hr = await south.as("hr");
    const earlier = await makeSealedPulse(south, "Summer 2026", "2026-06-30T12:00:00Z", ASKED.slice(0, 2), {
      a1: [{ n: 12, extra: 4, locals: [2] }],
      a2: [{ n: 14, extra: 4, locals: [2] }],
    });
    await publishRelease(south.id, earlier);
    const silent = await publishedWave(south, "Spring 2026", "2026-03-30T12:00:00Z");
    const said = async (waveId?: string) =>
      (await hr.results.unit({ unitId: south.units.a1, ...(waveId && { waveId }) })).further.map(
        (one) => one.agreement,
      );
    expect(await said()).toEqual([25, 63, null]);
    expect(await said(earlier)).toEqual([75, 25]);
    expect(await said(silent)).toEqual([]);
  });

  test("nothing of one organisation is another's", async () => {
    await superuser`delete from release_further_cell where org_id = ${south.id}`;
    expect((await furtherOf(south, "hr", "a1")).map(({ agreement }) => agreement)).toEqual([null, null, null]);
    expect((await furtherOf(north, "hr", "a1"))[0]?.agreement).toBe(25);
  });

  test("as a risk of a team, latest first, for what looks at it; never across organisations", async () => {
    const risks = (org: TestOrganisation, unit: UnitName) =>
      asSystem("Test", "result:read", org.id, (scope) => listExtraRisks(scope, [north.units[unit]], "X3"));
    expect(await risks(north, "a1")).toEqual([{ teamId: north.units.a1, waveId: autumn, risk: 75, n: 12 }]);
    expect(await risks(south, "a1")).toEqual([]);
    expect(await risks(north, "b2")).toEqual([]);
  });
});

describe("the certificate", () => {
  const holds = async () => {
    const { verdict, checks } = await certifyRelease(north.id, "Autumn 2026");
    return { verdict, failed: checks.filter((check) => check.holds === false).map((check) => check.title) };
  };

  test("holds, and is made again from the answers", async () => {
    expect(await holds()).toEqual({ verdict: "passed", failed: [] });
  });

  test.each([
    ["a block", "update release_further_block set sum = sum + 60 where code = 'X3' and n = 12", "The sums agree"],
    ["a shown sum", "update release_further_cell set sum = sum + 60 where code = 'L1'", "The sums agree"],
    [
      "an extreme put back",
      "update release_further_block set sum = 12 * 300 where code = 'L1' and n = 12 and sum > 3000; update release_further_cell set sum = 12 * 300 where code = 'L1' and n = 12 and sum > 3000",
      "Nobody is pinned down",
    ],
    ["a block taken away", "delete from release_further_block where code = 'X3' and n = 14", "The sums agree"],
  ])("%s that was changed shows", async (_, statement, check) => {
    await superuser.unsafe(`create table kept_b as select * from release_further_block; create table kept_c as select * from release_further_cell;
      ${statement}`);
    const found = await holds();
    await superuser.unsafe(`delete from release_further_block; delete from release_further_cell;
      insert into release_further_block select * from kept_b; insert into release_further_cell select * from kept_c; drop table kept_b; drop table kept_c`);
    expect(found.verdict).toBe("failed");
    expect(found.failed).toEqual(expect.arrayContaining([check, "Nothing was changed"]));
    expect(await holds()).toEqual({ verdict: "passed", failed: [] });
  });

  test("nobody of the product's roles changes a figure, and the app reads no block", async () => {
    const may = async (role: string, table: string, verb: string) =>
      (await superuser`select has_table_privilege(${role}, ${table}, ${verb}) as may`)[0]?.may;
    for (const table of ["release_further_block", "release_further_cell"]) {
      for (const role of ["bearing_app", "bearing_releaser", "bearing_respondent"]) {
        for (const verb of ["update", "delete", "truncate"])
          expect([role, await may(role, table, verb)]).toEqual([role, false]);
      }
    }
    expect(await may("bearing_app", "release_further_block", "select")).toBe(false);
    expect(await may("bearing_respondent", "release_further_cell", "select")).toBe(false);
  });

  test("the file of totals holds them, in the second pattern, and a withdrawn wave shows none", async () => {
    const { csv } = await (await north.as("hr")).certificates.exportTotals({ waveId: autumn });
    const [head, ...lines] = csv
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(head?.slice(-4)).toEqual(["e6_sum_60ths", "x3_agreement", "l1_agreement", "l2_agreement"]);
    expect(lines.find(([code]) => code === "A1")?.slice(-3)).toEqual(["25", "63", ""]);
    expect(lines.find(([code]) => code === "B2")?.slice(-3)).toEqual(["", "", ""]);

    await withdrawRelease(north.id, autumn, "A test", "HR");
    const page = await (await north.as("hr")).results.unit({ unitId: north.units.a1 });
    expect(page.further).toEqual([]);
    await asSystem("Test", "result:read", north.id, async (scope) => {
      expect(await listExtraRisks(scope, [north.units.a1], "X3")).toEqual([]);
    });
  });
});
