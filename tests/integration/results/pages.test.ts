import { beforeAll, describe, expect, test } from "vitest";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { measured, openWaveNow, publishedWave } from "./fixture.ts";

useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

describe("before the first wave", () => {
  test("every page says what comes next, and has nothing to read", async () => {
    const leader = await south.as("leader");
    expect(await leader.results.table({})).toMatchObject({ table: null, next: null });
    expect(await leader.results.overview()).toMatchObject({ table: null, next: null, teams: 2 });
    expect(await leader.results.unit({ unitId: south.units.a1 })).toMatchObject({ wave: null, row: null, next: null });
    expect(await leader.results.trend({ unitId: south.units.a1 })).toMatchObject({ points: [], events: [] });
    expect(await leader.results.method({})).toEqual({ figures: null, funnel: [], waves: [], pilotStatements: true });
    const supervisor = await south.as("supervisor");
    expect(await supervisor.results.myTeam({})).toMatchObject({ team: { name: "Housing repairs" }, wave: null });
    expect(await supervisor.results.myTeams()).toMatchObject([{ row: null, wave: null, locked: null }]);
  });

  test("a planned wave, then an open one", async () => {
    const leader = await south.as("leader");
    await asSystem("Test", "wave:run", south.id, async (scope) => {
      await scope.tx.insert(wave).values({ orgId: south.id, label: "Spring 2027", k: 5 });
    });
    expect((await leader.results.table({})).next).toEqual({ label: "Spring 2027", stage: "planned" });
    await openWaveNow(south, "Winter 2027");
    expect((await leader.results.table({})).next).toEqual({ label: "Winter 2027", stage: "open" });
  });
});

describe("the page of a unit", () => {
  beforeAll(async () => {
    await publishedWave(north, "Spring 2026", "2026-03-31T12:00:00Z", {
      a1: people(60, 2, 4),
      a2: people(50, 4, 4),
      b1: people(50, 3, 3),
      b2: people(50, 3, 3),
    });
    const autumn = await publishedWave(north, "Autumn 2026", "2026-09-30T12:00:00Z", {
      a1: people(60, 4, 4),
      a2: people(50, 4, 4),
      b1: people(50, 3, 3),
      b2: people(50, 3, 3),
    });
    await measured(north, autumn, "d1", "counted", null, 55);
  });

  test("path in the reader's part alone, level below, what one may be seeing, one question", async () => {
    const leader = await north.as("leader");
    const d1 = await leader.results.unit({ unitId: north.units.d1 });
    expect(d1).toMatchObject({
      name: "Housing",
      path: [],
      wave: { label: "Autumn 2026" },
      row: { answers: 110, state: "steady", counted: { risk: 55 }, engagement: { risk: 25 } },
      organisation: { name: "north council" },
      nearest: null,
      locked: null,
      pilotStatements: false,
    });
    expect(d1.children?.rows.map((row) => row.code)).toEqual(["A1", "A2"]);
    expect(d1.mayBeSeeing.length).toBeGreaterThan(0);
    const a1 = await leader.results.unit({ unitId: north.units.a1 });
    expect(a1.path).toEqual([{ unitId: north.units.d1, name: "Housing" }]);
    expect(a1.children).toBeNull();
    expect(a1.visit?.because).toContain("The highest risk of the twelve statements");
    expect(a1.row?.statements).toHaveLength(12);
  });

  test("clear changes are named for units of fifty or more, never for a team", async () => {
    const { changes, since, answers } = await (await north.as("leader")).results.overview();
    expect(since).toBe("Spring 2026");
    expect(answers).toBe(110);
    expect(changes).toEqual([
      { unitId: north.units.d1, name: "Housing", axis: "direction", was: 52, now: 25, difference: -27 },
    ]);
    expect(JSON.stringify(changes)).not.toContain(north.units.a1);
    // The organisation changed too, and whoever holds all of it is told.
    const hr = await (await north.as("hr")).results.overview();
    expect(hr.changes.map((change) => change.name)).toEqual(["Housing", "north council"]);
    expect((await (await north.as("otherSupervisor")).results.overview()).changes).toEqual([]);
  });

  test("a trend breaks where the teams below changed, and is read from wave to wave", async () => {
    const { points, name } = await (await north.as("hr")).results.trend({ unitId: north.units.d1 });
    expect(name).toBe("Housing");
    expect(points.map((point) => [point.label, point.answers, point.breakBefore])).toEqual([
      ["Spring 2026", 110, false],
      ["Autumn 2026", 110, false],
    ]);
    expect(points[1]?.engagement).toMatchObject({ risk: 25, change: { mark: "significant", difference: -27 } });
  });
});

describe("how this works", () => {
  test("everybody reads it; a wave's figures are for those with results", async () => {
    const member = await (await north.as("member")).results.method({});
    expect(member).toEqual({ figures: null, funnel: [], waves: [], pilotStatements: false });
    const { figures } = await (await north.as("supervisor")).results.method({});
    expect(figures).toMatchObject({ k: 5, k2: 10, answers: 210, wave: { label: "Autumn 2026" } });
    expect(figures?.s.direction).toBeGreaterThan(0);
  });
});
