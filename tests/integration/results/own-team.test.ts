import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { given, happened, numbersIn, openWaveNow, publishedWave } from "./fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let summer: string;
let autumn: string;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  // Both teams of Housing are large enough for the second pattern.
  const answers = { a1: people(12, 2, 4), a2: people(12, 4, 4), b1: people(12, 3, 3) };
  summer = await publishedWave(north, "Summer 2026", "2026-06-30T12:00:00Z", answers);
  autumn = await publishedWave(north, "Autumn 2026", "2026-09-30T12:00:00Z", {
    ...answers,
    b1: people(3, 1, 1),
    b2: people(8, 3, 3),
  });
  await given(north, summer, "a1", "supervisor", 5);
});

describe("the supervisor's own team", () => {
  test("the team beside the own view of the same wave, with the gap in words", async () => {
    const mine = await (await north.as("supervisor")).results.myTeam({ waveId: summer });
    expect(mine).toMatchObject({
      team: { name: "Housing repairs" },
      wave: { label: "Summer 2026" },
      locked: null,
      row: { answers: 12, engagement: { risk: 75 }, delivery: { risk: 25 } },
      own: { engagement: 0, delivery: 0 },
      gap: { engagement: "supervisor_higher", delivery: "supervisor_higher" },
    });
    expect(mine.row?.statements?.[0]).toMatchObject({ code: "D1", cell: { mark: "value", risk: 75 } });
    expect(mine.own?.statements).toEqual(Array(12).fill(0));
    expect(mine.own?.answers).toEqual(Array(12).fill(5));
    expect(mine.visit?.question).toBeTruthy();
  });

  test("a wave without an own assessment draws none", async () => {
    const mine = await (await north.as("supervisor")).results.myTeam({});
    expect(mine).toMatchObject({ wave: { label: "Autumn 2026" }, own: null, gap: { engagement: null } });
  });

  test("nobody sees another one's answers: neither a leader nor the next supervisor", async () => {
    await given(north, summer, "a2", "leader", 1);
    const leader = await north.as("leader");
    expect(await leader.results.myTeam({})).toMatchObject({ team: null, row: null, teams: [] });
    for (const teamId of [north.units.a1, north.units.a2]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.results.myTeam({ teamId }));
    }
    // Whoever had the team before gave these.
    await given(north, autumn, "b1", "supervisor", 1);
    const mine = await (await north.as("otherSupervisor")).results.myTeam({ waveId: autumn });
    expect(mine).toMatchObject({ team: { name: "Applications" }, own: null });
  });

  test("a team of somebody else, of another organisation and a random one are the same miss", async () => {
    const caller = await north.as("supervisor");
    for (const teamId of [north.units.b1, south.units.a1, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.myTeam({ teamId }));
    }
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.results.myTeam({ waveId: randomUUID() }));
  }, 120_000);

  test("a team that is not shown keeps its figures to itself and names the nearest unit that is", async () => {
    const mine = await (await north.as("otherSupervisor")).results.myTeam({});
    expect(mine.row).toMatchObject({ engagement: { mark: "hidden" }, answers: null });
    expect(numbersIn(mine.row)).toEqual(["depth = 2"]);
  });
});

describe("while a wave is open", () => {
  test("earlier results wait for part 2 of the own assessment, on every page of the own team", async () => {
    const open = await openWaveNow(north, "Winter 2027");
    const caller = await north.as("supervisor");
    const unitId = north.units.a1;
    const lock = { teamId: unitId, waveLabel: "Winter 2027" };

    const mine = await caller.results.myTeam({});
    expect(mine).toMatchObject({ locked: lock, row: null, own: null, near: null, notes: 0 });
    expect(numbersIn({ ...mine, k2: null, notes: null })).toEqual([]);
    expect(await caller.results.myTeams()).toMatchObject([{ locked: lock, row: null }]);
    expect(await caller.results.unit({ unitId })).toMatchObject({ locked: lock, row: null, visit: null });
    expect((await caller.results.trend({ unitId })).points).toEqual([]);
    // It is the supervisor's own view that is protected; the leader reads on.
    expect((await (await north.as("leader")).results.unit({ unitId })).row?.answers).toBe(12);

    // Begun is not enough.
    await given(north, open, "a1", "supervisor", 4, false);
    expect((await caller.results.myTeam({})).locked).toEqual(lock);

    // Another team's assessment opens that one alone.
    await given(north, open, "b1", "otherSupervisor", 4);
    expect((await caller.results.myTeam({})).locked).toEqual(lock);
    const other = await north.as("otherSupervisor");
    expect(await other.results.myTeams()).toMatchObject([{ locked: null, team: { name: "Applications" } }]);
    expect((await other.results.myTeam({ waveId: summer })).row?.answers).toBe(12);
  });

  test("the overview says which teams are waiting", async () => {
    const overview = await (await north.as("leader")).results.overview();
    expect(overview).toMatchObject({
      teams: 2,
      open: {
        label: "Winter 2027",
        teams: 2,
        waiting: { count: 2, first: [{ name: "Housing repairs" }, { name: "Lettings" }] },
      },
      withoutSupervisor: { count: 1, first: [{ name: "Lettings" }] },
      since: "Summer 2026",
      next: { label: "Winter 2027", stage: "open" },
    });
    expect(overview.table?.rows.map((row) => row.code)).toEqual(["A1", "A2"]);
    const hr = await (await north.as("hr")).results.overview();
    expect(hr).toMatchObject({ teams: 4, open: { teams: 4, waiting: { count: 3 } } });
    expect(hr.table?.rows.map((row) => row.code)).toEqual(["D1", "D2"]);
  });
});

describe("what happened", () => {
  test("lines of the unit and of those above it; a draft's events are nobody's", async () => {
    const draft = await given(north, summer, "b1", "otherSupervisor", 3, false).then(() => summer);
    await happened(north, "d1", "budget_pressure", "2026-05-01");
    await happened(north, "a2", "new_policy", "2026-08-01");
    await happened(north, "b1", "new_policy", "2026-08-02", draft);
    await happened(north, "b2", "service_harm", "2026-08-03");
    const hr = await north.as("hr");
    const labels = async (unitId: string) => (await hr.results.trend({ unitId })).events.map((event) => event.on);
    expect(await labels(north.units.a2)).toEqual(["2026-05-01", "2026-08-01"]);
    expect(await labels(north.units.b1)).toEqual([]);
    // Three people: nothing of what their supervisor says is seen above.
    expect(await labels(north.units.b2)).toEqual([]);
  });
});
