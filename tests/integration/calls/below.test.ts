import { beforeAll, expect, test } from "vitest";
import { makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";

useDatabase();
let north: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  await makeOrganisation("south");
});

test("without a unit: the teams of the reader's own part with the units above them, and nothing beside it", async () => {
  const read = async (who: "leader" | "branchHr" | "hr") => (await (await north.as(who)).calls.below({})).teams;
  const path = (...units: UnitName[]) => units.map((unit) => north.units[unit]);
  const housing = [
    { name: "Housing repairs", path: path("root", "d1", "a1") },
    { name: "Lettings", path: path("root", "d1", "a2") },
  ];
  for (const who of ["leader", "branchHr"] as const) {
    expect((await read(who)).map((team) => ({ name: team.name, path: team.path }))).toEqual(housing);
  }
  expect((await read("hr")).map(({ id }) => id).toSorted()).toEqual(path("a1", "a2", "b1", "b2").toSorted());
});
