import { beforeAll, describe, expect, test } from "vitest";
import { planAction, rhythm, supervisorSupport, teamPurpose } from "#db/schema/plans.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { on } from "../help/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  const south = await makeOrganisation("south");
  for (const org of [north, south]) await fill(org);
  await inTransaction({ orgId: south.id }, (tx) => tx.insert(planAction).values(action(south, "b1", null)));
  const supervisor = await north.as("supervisor", on("2026-11-02"));
  const { id } = await supervisor.help.ask({ teamId: north.units.a1, question: "May we hire?" });
  await (await north.as("leader", on("2026-11-04"))).help.answer({
    helpId: id,
    atUnitId: north.units.d1,
    answer: { kind: "in_part", sentence: "One post." },
  });
});

const action = (org: TestOrganisation, team: UnitName, closedOn: string | null) => ({
  orgId: org.id,
  unitId: org.units[team],
  side: "lead",
  result: "Everybody can say why",
  steps: [],
  ownerId: org.people.supervisor.personId,
  createdBy: org.people.supervisor.personId,
  startedOn: "2026-11-02",
  dueOn: "2026-11-30",
  closedOn,
  outcome: closedOn && "kept",
});

function fill(org: TestOrganisation): Promise<unknown> {
  return inTransaction({ orgId: org.id }, async (tx) => {
    const here = { orgId: org.id, personId: org.people.supervisor.personId };
    await tx
      .insert(teamPurpose)
      .values({ ...here, unitId: org.units.a1, sentence: "We mend homes.", benefits: "homes" });
    await tx
      .insert(teamPurpose)
      .values({ ...here, unitId: org.units.a1, sentence: "We mend homes fast.", benefits: "homes" });
    // One open, one closed: only the open one is a plan.
    await tx.insert(planAction).values([action(org, "a1", null), action(org, "a2", "2026-11-20")]);
    await tx.insert(rhythm).values([
      { orgId: org.id, unitId: org.units.a1, kind: "one_to_one", everyDays: 14 },
      { orgId: org.id, unitId: org.units.b1, kind: "one_to_one", everyDays: 14 },
      { orgId: org.id, unitId: org.units.b1, kind: "team_review", everyDays: 28 },
    ]);
    await tx
      .insert(supervisorSupport)
      .values({ ...here, mentor: "Maria", firstTrainingOn: "2026-02-01", lastCheckInOn: "2026-11-01" });
    // In post since January 2025: not new. Then a deputy for three weeks, who is not new in post either.
    await tx.insert(roleAssignment).values([
      {
        orgId: org.id,
        personId: org.people.otherSupervisor.personId,
        role: "supervisor",
        unitId: org.units.b2,
        startsOn: "2025-01-01",
        endsOn: "2025-06-30",
      },
    ]);
    const [given] = await tx.select().from(roleAssignment);
    await tx.insert(roleAssignment).values([
      {
        orgId: org.id,
        personId: org.people.nobody.personId,
        role: "supervisor",
        unitId: org.units.a2,
        startsOn: "2026-11-10",
        endsOn: "2026-12-01",
        deputyOf: given!.id,
      },
    ]);
  });
}

const read = async (persona: "hr" | "branchHr") => (await north.as(persona, on("2026-11-24"))).coverage.read();

describe("what is in place", () => {
  test("over the whole organisation, and by unit of the level below", async () => {
    expect(await read("hr")).toEqual({
      part: ["north council"],
      all: { teams: 4, purposes: 1, plans: 1, rhythms: 1 },
      units: [
        { unitId: north.units.d1, name: "Housing", teams: 2, purposes: 1, plans: 1, rhythms: 0 },
        { unitId: north.units.d2, name: "Planning", teams: 2, purposes: 0, plans: 0, rhythms: 1 },
      ],
      inTime: { inTime: 1, of: 1 },
      newSupervisors: { people: 1, mentors: 1, trainings: 0, checkIns: 1 },
    });
  });

  test("HR of a branch counts the branch alone", async () => {
    expect(await read("branchHr")).toMatchObject({
      part: ["Housing"],
      all: { teams: 2, plans: 1, rhythms: 0 },
      units: [],
    });
  });

  test("is HR's page", async () => {
    const attempts = (["leader", "supervisor", "member", "nobody"] as const).map(
      (persona) => async () => (await north.as(persona)).coverage.read(),
    );
    await expectAllRefused(database.superuserUrl, "FORBIDDEN", attempts);
  });
});
