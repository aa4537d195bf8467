import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { ResultRow } from "#contracts/results.ts";
import { unit } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { withdrawRelease } from "#server/modules/releases/index.ts";
import { makeOrganisation, type PersonaName, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedWave, people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { ANSWERS, measured, numbersIn, publishedWave } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let summer: string;
let autumn: string;
let abroad: string;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  summer = await publishedWave(north, "Summer 2026", "2026-06-30T12:00:00Z", {
    ...ANSWERS,
    a1: people(12, 5, 3),
    a2: people(11, 3, 4),
  });
  autumn = await publishedWave(north, "Autumn 2026", "2026-09-30T12:00:00Z");
  abroad = await publishedWave(south, "Autumn 2026", "2026-09-30T12:00:00Z", { a1: people(40, 1, 5) });
  await measured(north, autumn, "a1", "counted", null, 62.5);
  await measured(north, autumn, "a1", "supervisors", 20, 45);
  await measured(north, autumn, "b1", "supervisors", 70, 70);
});

const namesOf = (rows: ResultRow[]) => rows.map((row) => row.code);

describe("who sees which rows", () => {
  test.each<[PersonaName, string[]]>([
    ["hr", ["D1", "A1", "A2", "D2", "B1", "B2"]],
    ["leader", ["D1", "A1", "A2"]],
    ["branchHr", ["D1", "A1", "A2"]],
    ["supervisor", ["A1"]],
    ["otherSupervisor", ["B1"]],
  ])("%s", async (persona, codes) => {
    const { table } = await (await north.as(persona)).results.table({});
    expect(namesOf(table!.rows)).toEqual(codes);
    expect(table!.wave).toMatchObject({ waveId: autumn, label: "Autumn 2026", closedOn: "2026-09-30" });
    expect(table!.waves.map((wave) => wave.label)).toEqual(["Autumn 2026", "Summer 2026"]);
    // The organisation's own row is everybody's yardstick.
    expect(table!.organisation).toMatchObject({ name: "north council", answers: 32 });
  });

  test.each<PersonaName>(["member", "nobody"])(
    "%s sees none",
    async (persona) => {
      const caller = await north.as(persona);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.results.table({}));
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.results.unit({ unitId: north.units.a2 }));
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.results.trend({ unitId: north.units.a2 }));
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.results.overview());
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.results.myTeam({}));
    },
    120_000,
  );

  test("a supervisor whose team is not shown sees the nearest unit that is, so labelled", async () => {
    const page = await (await north.as("otherSupervisor")).results.table({});
    expect(page.table!.rows[0]!.engagement).toEqual({ mark: "hidden" });
    expect(page.standIns).toHaveLength(1);
    expect(page.standIns[0]).toMatchObject({
      unitIds: [north.units.b1],
      row: { unitId: north.units.d2, name: "Planning", answers: 11 },
    });
    const own = await (await north.as("otherSupervisor")).results.unit({ unitId: north.units.b1 });
    expect(own).toMatchObject({ row: { state: null }, nearest: { unitId: north.units.d2 }, near: null });
  });

  test("a context row does not open the unit", async () => {
    const caller = await north.as("otherSupervisor");
    for (const unitId of [north.units.d2, north.units.root]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.unit({ unitId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.table({ unitId }));
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.trend({ unitId: north.units.d2 }));
    expect((await caller.results.trend({ unitId: north.units.root })).name).toBe("north council");
  }, 120_000);
});

describe("what is not shown", () => {
  test("no number of a row that is not shown is anywhere in what is sent", async () => {
    const { table } = await (await north.as("hr")).results.table({ statements: true });
    const hidden = table!.rows.filter((row) => row.engagement.mark === "hidden");
    expect(namesOf(hidden)).toEqual(["B1", "B2"]);
    for (const row of hidden) expect(numbersIn(row)).toEqual([`depth = ${row.depth}`]);
    expect(JSON.stringify(hidden)).not.toMatch(/"(risk|low|high|was|difference|answers)":\d/);
  });

  test("statements are sent only when asked for, and only of the second pattern", async () => {
    const caller = await north.as("hr");
    expect((await caller.results.table({})).table!.rows.every((row) => row.statements === null)).toBe(true);
    const { table } = await caller.results.table({ statements: true });
    const marks = Object.fromEntries(
      [table!.organisation!, ...table!.rows].map((row) => [row.code, row.statements![0]!.cell.mark]),
    );
    expect(marks).toEqual({
      ORG: "value",
      D1: "value",
      A1: "hidden",
      A2: "hidden",
      D2: "value",
      B1: "hidden",
      B2: "hidden",
    });
  });

  test("who looks changes nothing of it", async () => {
    const rowFor = async (persona: PersonaName) => {
      const { table } = await (await north.as(persona)).results.table({ statements: true });
      return table!.rows.find((row) => row.code === "A1");
    };
    const [hr, leader, supervisor] = await Promise.all([rowFor("hr"), rowFor("leader"), rowFor("supervisor")]);
    expect(leader).toEqual(hr);
    expect(supervisor).toEqual(hr);
  });

  test.each([{ k: 1 }, { k2: 1 }, { kind: "all" }])("no parameter shows more: %j", async (more) => {
    const caller = await north.as("leader");
    expect(await caller.results.table({ ...more } as Record<string, unknown>)).toEqual(await caller.results.table({}));
  });
});

describe("figures", () => {
  test("change since the wave before, against the organisation, counted beside it", async () => {
    const { table } = await (await north.as("leader")).results.table({});
    const a1 = table!.rows.find((row) => row.code === "A1")!;
    expect(a1.engagement).toMatchObject({
      risk: 25,
      // Everybody had answered at one end: the figure was moved in by four points of the raw scale.
      change: { since: "Summer 2026", mark: "significant", was: 8, difference: 17 },
    });
    expect(a1.counted).toMatchObject({ mark: "value", risk: 63 });
    const own = table!.organisation!.engagement;
    expect(own.mark === "value" && a1.engagement.mark === "value" && a1.engagement.againstOrganisation).toBe(
      25 - (own.mark === "value" ? own.risk : 0),
    );
    // Lettings had nine answers: too few to test.
    const a2 = table!.rows.find((row) => row.code === "A2")!;
    expect(a2.engagement).toMatchObject({ change: { mark: "not_tested", difference: null } });
  });

  test("the first wave has nothing before it", async () => {
    const { table } = await (await north.as("leader")).results.table({ waveId: summer });
    expect(table!.rows.every((row) => row.engagement.mark !== "value" || row.engagement.change === null)).toBe(true);
  });

  test("supervisors' views stand apart, and counted delivery has its own column", async () => {
    const { table } = await (await north.as("hr")).results.table({ view: "supervisors", statements: true });
    const of = (code: string) => table!.rows.find((row) => row.code === code)!;
    expect(of("A1")).toMatchObject({ engagement: { risk: 20, low: null, change: null }, answers: null });
    expect(of("A1").statements).toBeNull();
    expect(of("A2").engagement).toEqual({ mark: "no_answers" });
    expect((await (await north.as("leader")).results.table({ view: "supervisors" })).table!.rows).toHaveLength(3);
  });

  test("a part of the tree, and so many levels of it", async () => {
    const caller = await north.as("hr");
    expect(namesOf((await caller.results.table({ unitId: north.units.d2 })).table!.rows)).toEqual(["D2", "B1", "B2"]);
    expect(namesOf((await caller.results.table({ levels: 2 })).table!.rows)).toEqual(["D1", "D2"]);
  });
});

describe("ids that are not there", () => {
  test("another organisation's wave and unit are as unknown as random ones", async () => {
    const caller = await north.as("hr");
    for (const waveId of [abroad, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.table({ waveId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        caller.results.unit({ unitId: north.units.a1, waveId }),
      );
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.method({ waveId }));
    }
    for (const unitId of [south.units.a1, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.table({ unitId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.unit({ unitId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.trend({ unitId }));
    }
  }, 240_000);

  test("another branch's team does not exist for a leader", async () => {
    const caller = await north.as("leader");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.unit({ unitId: north.units.b1 }));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.trend({ unitId: north.units.b1 }));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.table({ unitId: north.units.b1 }));
  }, 120_000);

  test("a wave that is sealed, and one that was withdrawn, cannot be read", async () => {
    const sealed = await makeSealedWave(north, "Sealed", ANSWERS, { closedAt: "2026-10-30T12:00:00Z" });
    const withdrawn = await publishedWave(north, "Wrong file", "2026-10-31T12:00:00Z");
    const caller = await north.as("hr");
    expect((await caller.results.table({})).table!.wave.waveId).toBe(withdrawn);
    await withdrawRelease(north.id, withdrawn, "Wrong file", "Hari HR");
    for (const waveId of [sealed, withdrawn]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.table({ waveId }));
    }
    const latest = await caller.results.table({});
    expect(latest.table!.wave.waveId).toBe(autumn);
    expect(latest.table!.waves).toHaveLength(2);
    expect(latest.next).toEqual({ label: "Sealed", stage: "closed" });
    expect((await caller.results.trend({ unitId: north.units.a1 })).points).toHaveLength(2);
  });

  test("a team that moved is read by both: where it was frozen and where it stands today", async () => {
    const { a2, d2, root } = north.units;
    await asSystem("Test", "unit:manage", north.id, async (scope) => {
      await scope.tx
        .update(unit)
        .set({ path: [root, d2, a2] })
        .where(eq(unit.id, a2));
    });
    const leader = await north.as("leader");
    expect(namesOf((await leader.results.table({})).table!.rows)).toContain("A2");
    expect((await leader.results.unit({ unitId: a2 })).row?.answers).toBe(9);
    // Whoever leads the other branch reads it now, its history included.
    await asSystem("Test", "unit:manage", north.id, async (scope) => {
      await scope.tx
        .update(unit)
        .set({ path: [root, north.units.d1, north.units.b1] })
        .where(eq(unit.id, north.units.b1));
    });
    expect(namesOf((await leader.results.table({})).table!.rows)).toContain("B1");
  });
});
