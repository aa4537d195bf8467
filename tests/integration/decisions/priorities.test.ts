import { beforeAll, describe, expect, test } from "vitest";
import { teamPurpose } from "#db/schema/plans.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const page = async () => (await north.as("leader")).decisions.priorities();
const housing = async () => (await page()).units.find(({ unit }) => unit.name === "Housing")!;
const state = async (priorities: string[], basedOn?: string[]) =>
  (await north.as("leader")).decisions.statePriorities({
    unitId: north.units.d1,
    priorities,
    basedOn: basedOn ?? (await housing()).priorities.map(({ id }) => id),
  });
const link = (team: UnitName, priorityId: string | null) =>
  inTransaction({ orgId: north.id }, (tx) =>
    tx.insert(teamPurpose).values({
      orgId: north.id,
      unitId: north.units[team],
      sentence: "We mend homes for tenants.",
      benefits: "tenants",
      priorityId,
      personId: north.people.supervisor.personId,
      createdAt: new Date(),
    }),
  );

describe("priorities of a unit", () => {
  test("up to three, in order; a team stands behind the one that its latest purpose names", async () => {
    const said = await state(["Homes fit to live in", "", "  Answer within a week "]);
    expect(said.priorities.map(({ position, words, teams }) => [position, words, teams])).toEqual([
      [1, "Homes fit to live in", 0],
      [2, "Answer within a week", 0],
    ]);
    const [first, second] = said.priorities.map(({ id }) => id);
    await link("a1", second!);
    await link("a1", first!);
    await link("a2", null);
    expect(await page()).toMatchObject({
      teams: 2,
      withoutPurpose: 0,
      units: [
        {
          unit: { name: "Housing" },
          own: true,
          priorities: [
            { teams: 1, firstTeams: [{ name: "Housing repairs" }] },
            { teams: 0, firstTeams: [] },
          ],
        },
      ],
    });
  });

  test("another order keeps the teams; a reworded one is new and has none", async () => {
    const turned = await state(["Answer within a week", "Homes fit to live in"]);
    expect(turned.priorities.map(({ words, teams }) => [words, teams])).toEqual([
      ["Answer within a week", 0],
      ["Homes fit to live in", 1],
    ]);
    const reworded = await state(["Answer within a week", "Homes that are fit to live in"]);
    expect(reworded.priorities.map(({ teams }) => teams)).toEqual([0, 0]);
  });

  test("the same again changes nothing, twice at once neither", async () => {
    const now = (await housing()).priorities;
    const before = await snapshot(database.superuserUrl);
    const again = () =>
      state(
        now.map(({ words }) => words),
        now.map(({ id }) => id),
      );
    await Promise.all([again(), again()]);
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("two leaders from the same page: the second hears that somebody changed it", async () => {
    const based = (await housing()).priorities.map(({ id }) => id);
    const outcomes = await Promise.allSettled([state(["One thing"], based), state(["Another thing"], based)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [lost] = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
    expect(lost).toMatchObject({ code: "CONFLICT", cause: { detail: { theirs: [expect.stringMatching(/thing/)] } } });
  });

  test.each([
    ["two alike", ["Keep people safe", "keep  people safe"]],
    ["a word too short", ["ok"]],
  ])("%s: refused at the field, nothing stored", async (_, priorities) => {
    const before = await snapshot(database.superuserUrl);
    await expect(state(priorities)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("only leaders, only for units of their part, never for a team", async () => {
    const as = (persona: "supervisor" | "hr" | "member" | "nobody", unitId: string) => async () =>
      (await north.as(persona)).decisions.statePriorities({ unitId, priorities: ["Mine"], basedOn: [] });
    await expectAllRefused(
      database.superuserUrl,
      "FORBIDDEN",
      (["supervisor", "hr", "member", "nobody"] as const).map((persona) => as(persona, north.units.d1)),
    );
    await expectAllRefused(
      database.superuserUrl,
      "NOT_FOUND",
      [north.units.root, north.units.d2, north.units.a1, south.units.d1].map(
        (unitId) => async () =>
          (await north.as("leader")).decisions.statePriorities({ unitId, priorities: ["Mine"], basedOn: [] }),
      ),
    );
  });
});
