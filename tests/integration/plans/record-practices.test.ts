import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import { recordPractices } from "#server/modules/plans/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
const clock = { now: () => new Date("2026-11-24T10:00:00Z") };
let north: TestOrganisation;
let south: TestOrganisation;
let priorityId: string;
let southern: string;

type Given = Parameters<typeof recordPractices>[1];
const NOTHING: Given = { purposes: [], rhythms: [], actions: [], support: [] };
const record = (given: Partial<Given>) =>
  asSystem("Test", "wave:run", north.id, (scope) => recordPractices(scope, { ...NOTHING, ...given }), clock);

const purpose = (change: Partial<Given["purposes"][number]> = {}) => ({
  teamId: north.units.a1,
  personId: north.people.supervisor.personId,
  sentence: "We mend homes so that tenants are warm.",
  benefits: "tenants",
  priorityId,
  at: clock.now(),
  ...change,
});
const action = (change: Partial<Given["actions"][number]> = {}) => ({
  teamId: north.units.a1,
  personId: north.people.supervisor.personId,
  callId: randomUUID(),
  side: "manage" as const,
  libraryId: "planning-monday-board",
  result: "Work that was promised gets done.",
  steps: ["Meet on Monday"],
  startedOn: "2026-11-20",
  dueOn: "2026-12-20",
  ...change,
});

beforeAll(async () => {
  [north, south] = [await makeOrganisation("north"), await makeOrganisation("south")];
  const state = async (org: TestOrganisation) => {
    const leader = await org.as("leader", clock);
    const { priorities } = await leader.decisions.statePriorities({
      unitId: org.units.d1,
      priorities: ["Warm homes"],
      basedOn: [],
    });
    return priorities[0]!.id;
  };
  [priorityId, southern] = [await state(north), await state(south)];
});

describe("refused as one by one, and nothing is kept", () => {
  test.each<[string, string, () => Partial<Given>]>([
    ["a team of another organisation", "not_found", () => ({ purposes: [purpose({ teamId: south.units.a1 })] })],
    ["a unit", "not_found", () => ({ purposes: [purpose({ teamId: north.units.d1 })] })],
    ["a priority of another branch", "not_found", () => ({ purposes: [purpose({ teamId: north.units.b1 })] })],
    ["a priority of another organisation", "not_found", () => ({ purposes: [purpose({ priorityId: southern })] })],
    ["nobody who benefits", "invalid", () => ({ purposes: [purpose(), purpose({ benefits: "cats" })] })],
    [
      "a rhythm to come",
      "invalid",
      () => ({
        purposes: [purpose()],
        rhythms: [{ teamId: north.units.a1, kind: "one_to_one", everyDays: 14, lastHeldOn: "2026-11-25" }],
      }),
    ],
    ["an action of no library", "invalid", () => ({ actions: [action({ libraryId: "planning-nothing" })] })],
    ["an action of the other side", "invalid", () => ({ actions: [action({ side: "lead" })] })],
    ["an action due too late", "invalid", () => ({ actions: [action({ dueOn: "2027-02-20" })] })],
  ])("%s", async (_, kind, given) => {
    const before = await snapshot(database.superuserUrl);
    await expect(record(given())).rejects.toMatchObject({ kind });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

test("what is right is kept in this organisation alone", async () => {
  const { personId } = north.people.supervisor;
  const day = { firstTrainingOn: "2026-10-01", secondTrainingOn: null, lastCheckInOn: "2026-11-20" };
  expect(
    await record({
      purposes: [purpose()],
      rhythms: [{ teamId: north.units.a1, kind: "one_to_one", everyDays: 14, lastHeldOn: "2026-11-20" }],
      support: [{ personId, mentor: "Maria", ...day }],
    }),
  ).toEqual({ recorded: 3 });
  const own = await (await north.as("supervisor", clock)).plans.practices({});
  expect(own.purpose).toMatchObject({ sentence: purpose().sentence, priority: "Warm homes" });
  expect(own.rhythms.find(({ kind }) => kind === "one_to_one")).toMatchObject({ everyDays: 14 });
  const counted = async (org: TestOrganisation) => (await (await org.as("hr", clock)).coverage.read()).all.purposes;
  expect([await counted(north), await counted(south)]).toEqual([1, 0]);
});

test("nothing given is nothing done", async () => {
  const before = await snapshot(database.superuserUrl);
  expect(await record({})).toEqual({ recorded: 0 });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});
