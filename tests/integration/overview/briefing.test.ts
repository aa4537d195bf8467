import { beforeAll, describe, expect, test } from "vitest";
import { teamEvent } from "#db/schema/assessments.ts";
import { planAction } from "#db/schema/plans.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { on } from "../help/fixture.ts";
import { given, measured, openWaveNow, publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let wave: string;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  for (const org of [north, south]) {
    wave = await publishedWave(org, "Autumn 2026", "2026-09-30T12:00:00Z", {
      a1: people(12, 2, 4),
      a2: people(12, 4, 2),
    });
    await measured(org, wave, "a1", "counted", null, 52);
    await measured(org, wave, "a2", "counted", null, 20);
    await harmed(org, "a1");
    await harmed(org, "b2");
    await plan(org, "a1", "2026-11-20", null);
    await plan(org, "a1", "2026-12-10", null);
    await plan(org, "a2", "2026-12-10", "2026-11-21");
  }
});

const harmed = (org: TestOrganisation, team: UnitName) =>
  inTransaction({ orgId: org.id }, (tx) =>
    tx
      .insert(teamEvent)
      .values({ orgId: org.id, unitId: org.units[team], kind: "service_harm", happenedOn: "2026-11-01" }),
  );
const plan = (org: TestOrganisation, team: UnitName, dueOn: string, closedOn: string | null) =>
  inTransaction({ orgId: org.id }, (tx) =>
    tx.insert(planAction).values({
      orgId: org.id,
      unitId: org.units[team],
      side: "lead",
      result: "Everybody can say why",
      steps: [],
      ownerId: org.people.supervisor.personId,
      createdBy: org.people.supervisor.personId,
      startedOn: "2026-11-02",
      dueOn,
      closedOn,
      outcome: closedOn && "kept",
    }),
  );
const leader = async (day: string) => (await north.as("leader", on(day))).overview;

describe("a leader's first page", () => {
  test("three sentences of the own part, and a question per unit of the level below", async () => {
    const briefing = await (await leader("2026-11-24")).briefing();
    expect(briefing).toMatchObject({
      lastLook: null,
      since: [],
      heard: "24 people answered in Autumn 2026; no request for help has been due.",
      safe: "Counted delivery risk is 40 or more in 1 of 2 places where it is known; 1 team has said that the service could be harmed.",
      moving: "1 of 2 teams has an open plan; 1 action is past its day.",
    });
    expect(briefing.visits.map(({ name, question }) => [name, question.length > 20])).toEqual([
      ["Housing repairs", true],
      ["Lettings", true],
    ]);
  });

  test("of a team under four people nobody above its supervisor hears of harm", async () => {
    const briefing = await (await north.as("hr", on("2026-11-24"))).overview.briefing();
    // Enforcement has three people and has said so too.
    expect(briefing.safe).toContain("1 team has said");
    expect(briefing.waiting).toBeNull();
  });

  test("since the last look on another day; a second look of the same day keeps it", async () => {
    await (await leader("2026-11-18")).look();
    const supervisor = await north.as("supervisor", on("2026-11-19"));
    const { id } = await supervisor.help.ask({ teamId: north.units.a1, question: "May we hire?" });
    const answering = await north.as("leader", on("2026-11-20"));
    expect((await answering.overview.briefing()).waiting).toMatchObject({
      count: 1,
      first: [{ question: "May we hire?" }],
    });
    await answering.help.answer({
      helpId: id,
      atUnitId: north.units.d1,
      answer: { kind: "in_part", sentence: "One post." },
    });
    const expected = {
      lastLook: "2026-11-18",
      since: ["1 request for help was made.", "1 request for help was answered.", "1 action was closed: 1 kept."],
    };
    const today = await leader("2026-11-24");
    // The organisation of the test is younger than its story: teams that joined are left out of the comparison.
    const told = async () => {
      const { lastLook, since } = await today.briefing();
      return { lastLook, since: since.filter((line) => !/joined|came out/.test(line)) };
    };
    expect(await told()).toEqual(expected);
    await today.look();
    await today.look();
    expect(await told()).toEqual(expected);
    expect((await (await leader("2026-11-25")).briefing()).lastLook).toBe("2026-11-24");
  });

  test("a look is the reader's own: nobody else's page knows it", async () => {
    expect((await (await north.as("branchHr", on("2026-11-26"))).overview.briefing()).lastLook).toBeNull();
    expect((await (await south.as("leader", on("2026-11-26"))).overview.briefing()).lastLook).toBeNull();
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await north.as("member")).overview.briefing());
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await north.as("member")).overview.look());
  });

  test("a supervisor whose own view comes first gets no question drawn from the team's answers", async () => {
    const open = await openWaveNow(north, "Winter 2026");
    const me = async () => (await (await north.as("supervisor", on("2026-11-24"))).overview.briefing()).visits;
    expect(await me()).toEqual([]);
    await given(north, open, "a1", "supervisor", 4);
    expect((await me()).map(({ name }) => name)).toEqual(["Housing repairs"]);
  });
});
