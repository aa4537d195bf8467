import { beforeAll, describe, expect, test } from "vitest";
import { findDecisions } from "#server/modules/responses/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const on = (day: string) => ({ now: () => new Date(`${day}T23:30:00Z`) });

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  const supervisor = await north.as("supervisor", on("2026-07-01"));
  await supervisor.decisions.write({
    teamId: north.units.a1,
    said: "The rota comes too late.",
    decided: "It is out four weeks ahead.",
    decidedOn: "2026-07-01",
  });
  const { id } = await supervisor.help.ask({ teamId: north.units.a1, question: "May we hire a scheduler?" });
  const leader = await north.as("leader", on("2026-07-03"));
  await leader.help.answer({
    helpId: id,
    atUnitId: north.units.d1,
    answer: { kind: "yes_by", by: "2026-08-01", sentence: "From August." },
  });
  const later = await north.as("supervisor", on("2026-07-05"));
  await later.help.ask({ teamId: north.units.a1, question: "Who decides on the vans?" });
  const gone = await later.help.ask({ teamId: north.units.a1, question: "Settled otherwise" });
  await later.help.withdraw({ helpId: gone.id });
});

describe("what a team was told, for everybody", () => {
  test("decisions and answers, with units for people and days in the organisation's zone", async () => {
    const page = await findDecisions("north", "A1");
    expect(page).toEqual({
      organisation: "north council",
      team: "Housing repairs",
      waveLabel: null,
      rehearsal: false,
      youSaid: ["The rota comes too late."],
      decided: [{ what: "It is out four weeks ahead.", dueOn: null, ended: null }],
      asked: [
        // Half past eleven in the evening in UTC is the next day in London's summer.
        { of: "Housing", need: "Who decides on the vans?", on: "2026-07-06", answer: null, answeredOn: null },
        {
          of: "Housing",
          need: "May we hire a scheduler?",
          on: "2026-07-02",
          answer: { kind: "yes_by", by: "2026-08-01", sentence: "From August." },
          answeredOn: "2026-07-04",
        },
      ],
    });
    for (const name of ["supervisor", "leader"]) expect(JSON.stringify(page)).not.toContain(`"${name}"`);
  });

  test("another organisation's team of the same code shows nothing of it", async () => {
    expect(await findDecisions("south", "A1")).toMatchObject({ organisation: "south council", decided: [], asked: [] });
  });

  test.each([
    ["an unknown organisation", "west", "A1"],
    ["an unknown team", "north", "Z9"],
    ["a unit, which is no team", "north", "D1"],
    ["a pattern", "north", "%"],
  ])("%s is nothing", async (_, slug, code) => {
    expect(await findDecisions(slug, code)).toBeNull();
  });

  test("a suspended organisation and a closed team are nothing", async () => {
    await asSuperuser(
      database,
      (db) => db`update unit set status = 'closed' where org_id = ${south.id} and code = 'B1'`,
    );
    expect(await findDecisions("south", "B1")).toBeNull();
    await asSuperuser(database, (db) => db`update organisation set status = 'suspended' where id = ${south.id}`);
    expect(await findDecisions("south", "A1")).toBeNull();
  });
});
