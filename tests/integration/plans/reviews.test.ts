import { beforeAll, describe, expect, test } from "vitest";
import { DETECTORS } from "#contracts/plans.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { worthCheckingAnswer } from "#db/schema/plans.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { numbersIn, openWaveNow, publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const at = (day: string) => ({ now: () => new Date(`${day}T10:00:00Z`) });
const FLAGS = { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false };
const answers = (direction: number, delivery: number) => ({
  a1: people(12, direction, delivery),
  a2: people(12, 4, 4),
  b1: people(12, 3, 3),
});
const me = (day: string, who: "supervisor" | "nobody" = "supervisor") => north.as(who, at(day));

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await inTransaction({ orgId: north.id }, (tx) =>
    tx.insert(roleAssignment).values({
      orgId: north.id,
      personId: north.people.nobody.personId,
      role: "supervisor",
      unitId: north.units.a1,
      startsOn: "2024-01-01",
    }),
  );
});

describe("was the call right?", () => {
  test("is asked at the next published wave, on the axis the call aimed at, and says nothing of a cause", async () => {
    await publishedWave(north, "Spring", "2026-03-31T12:00:00Z", answers(2, 4));
    const caller = await me("2026-04-20");
    await caller.calls.check({ teamId: north.units.a1, signals: { U: 3, C: 0, I: 0, K: 0 }, flags: FLAGS });
    await caller.plans.add({
      teamId: north.units.a1,
      side: "lead",
      result: "Everybody can say why",
      steps: ["Say it"],
      ownerId: north.people.supervisor.personId,
      dueOn: "2026-05-10",
      libraryId: null,
      chosenAnyway: false,
    });
    expect((await (await me("2026-04-21")).plans.review({})).reviews).toEqual([]);
    await publishedWave(north, "Summer", "2026-06-30T12:00:00Z", answers(5, 4));
    const { reviews } = await (await me("2026-07-10")).plans.review({});
    expect(reviews).toMatchObject([
      {
        call: "lead",
        before: "Spring",
        after: "Summer",
        daysOver: 61,
        followUp: {
          axis: "direction",
          verdict: "improved",
          words: "Improved. This does not show that the action caused it.",
        },
      },
    ]);
    expect(reviews[0]?.followUp.change?.points).toBeLessThan(-40);
  });

  test("or after six weeks without one, and then there are too few answers to tell", async () => {
    await (await me("2026-07-20")).calls.check({
      teamId: north.units.a1,
      signals: { U: 0, C: 0, I: 3, K: 0 },
      flags: FLAGS,
    });
    const asked = async (day: string) =>
      (await (await me(day)).plans.review({})).reviews.filter(({ call }) => call === "manage");
    expect(await asked("2026-08-30")).toEqual([]);
    expect(await asked("2026-08-31")).toMatchObject([
      { after: null, followUp: { verdict: "too_few_answers", change: null } },
    ]);
  });
});

describe("the mirror", () => {
  test("has two halves, each of its own figures", async () => {
    const { mirror } = await (await me("2026-07-21")).plans.review({});
    expect(mirror).toMatchObject({
      lead: { asked: 1, begun: 1, closed: 0 },
      manage: { asked: 1, begun: 0, closed: 0 },
    });
  });

  test("is nobody else's: whoever stands in sees an empty one, and no other role has one", async () => {
    const deputy = await (await me("2026-07-21", "nobody")).plans.review({ teamId: north.units.a1 });
    expect(deputy).toMatchObject({
      reviews: [],
      mirror: { lead: { asked: 0, begun: 0 }, manage: { asked: 0, begun: 0 } },
    });
    for (const who of ["hr", "branchHr", "leader", "member"] as const) {
      const caller = await north.as(who);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.plans.review({ teamId: north.units.a1 }));
    }
    const other = await north.as("otherSupervisor");
    for (const teamId of [north.units.a1, south.units.a1]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => other.plans.review({ teamId }));
    }
  });
});

describe("worth checking", () => {
  // Long past its day it would be worth checking itself.
  beforeAll(async () => {
    const caller = await me("2026-07-21");
    const [action] = (await caller.plans.page({})).plan.open;
    await caller.plans.close({ actionId: action!.id, outcome: "kept", learned: "It helped.", wouldLose: "" });
  });
  const seen = async (day = "2026-07-21", who: "supervisor" | "nobody" = "supervisor") =>
    (await me(day, who)).plans.worthChecking({ teamId: north.units.a1 });

  test("one thing at a time; it rests once it was set aside with a reason that only its author reads", async () => {
    // In post since 1 January 2026, and nothing noted.
    expect(await seen()).toMatchObject({ detector: "new_without_backup", support: { mentor: null } });
    const caller = await me("2026-07-21");
    const aside = {
      teamId: north.units.a1,
      detector: "new_without_backup",
      reason: "I was deputy for years.",
    } as const;
    await expect(caller.plans.setAside({ ...aside, reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await caller.plans.setAside(aside);
    await caller.plans.setAside(aside);
    const rows = (personId: string) =>
      inTransaction({ orgId: north.id, personId }, (tx) => tx.select().from(worthCheckingAnswer));
    expect(await rows(north.people.supervisor.personId)).toHaveLength(1);
    for (const other of ["hr", "leader", "nobody"] as const)
      expect(await rows(north.people[other].personId)).toEqual([]);
    expect((await seen()).detector).toBeNull();
    expect((await seen("2026-10-14")).detector).toBe("new_without_backup");
  });

  test("support that is noted settles it, and belongs to the person, not to the team", async () => {
    const caller = await me("2026-10-14");
    const none = { firstTrainingOn: null, secondTrainingOn: null, lastCheckInOn: null };
    await caller.plans.saveSupport({ mentor: "Maria", ...none });
    await caller.plans.saveSupport({ mentor: "Maria", ...none, firstTrainingOn: "2026-09-01" });
    expect(await seen("2026-10-14")).toMatchObject({
      detector: null,
      support: { mentor: "Maria", firstTrainingOn: "2026-09-01" },
    });
    expect(await seen("2026-10-14", "nobody")).toMatchObject({ detector: null, support: null });
  });

  test("what the team said counts only while it may be read", async () => {
    await publishedWave(north, "Autumn", "2026-09-30T12:00:00Z", {
      a1: people(12, 5, 2),
      a2: people(12, 4, 4),
      b1: people(12, 3, 3),
    });
    expect((await seen("2026-10-14")).detector).toBe("trusted_next_steps_unclear");
    await openWaveNow(north, "Winter");
    expect((await seen("2026-10-14")).detector).toBe(null);
  });
});

describe("what leaders read of it", () => {
  test("nothing under ten supervisors, and for ten words only", async () => {
    const leader = await north.as("leader", at("2026-10-14"));
    const told = () => leader.plans.concerns({ unitId: north.units.d1 });
    // A1 has two supervisors; each further team is new to its own.
    for (let i = 0; i < 7; i++) await newTeam(i);
    expect(await told()).toEqual([]);
    await newTeam(7);
    const words = await told();
    expect(words.map(({ detector }) => detector)).toEqual([...DETECTORS]);
    expect(words.find(({ detector }) => detector === "new_without_backup")?.howMany).toBe("many");
    expect(words.filter(({ howMany }) => howMany === "few")).toHaveLength(5);
    expect(numbersIn(words)).toEqual([]);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.plans.concerns({ unitId: north.units.d2 }));
    const supervisor = await north.as("supervisor");
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      supervisor.plans.concerns({ unitId: north.units.a1 }),
    );
  });
});

function newTeam(i: number): Promise<unknown> {
  return inTransaction({ orgId: north.id }, async (tx) => {
    const orgId = north.id;
    const [unitId, personId] = [crypto.randomUUID(), crypto.randomUUID()];
    const path = [north.units.root, north.units.d1, unitId];
    await tx
      .insert(unit)
      .values({ orgId, id: unitId, code: `X${i}`, name: `Team ${i}`, kind: "team", headcount: 8, path });
    await tx.insert(unitPlacement).values({ orgId, unitId, parentId: north.units.d1, startsOn: "2026-01-01" });
    await tx.insert(person).values({ orgId, id: personId, name: `Person ${i}`, email: `person${i}@north.example` });
    await tx.insert(roleAssignment).values({ orgId, personId, role: "supervisor", unitId, startsOn: "2026-06-01" });
  });
}
