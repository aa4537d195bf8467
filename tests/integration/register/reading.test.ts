import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  makeOrganisation,
  type PersonaName,
  type TestOrganisation,
  type UnitName,
} from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const PARTS: [PersonaName, UnitName[], UnitName[]][] = [
  ["hr", ["root", "d1", "d2", "a1", "a2", "b1", "b2"], ["d1", "d2", "a1", "a2", "b1", "b2"]],
  ["branchHr", ["d1", "a1", "a2"], ["a1", "a2"]],
  ["leader", ["d1", "a1", "a2"], []],
  ["supervisor", ["a1"], []],
];

describe("the tree", () => {
  test.each(PARTS)("%s sees the own part only", async (as, seen, loose) => {
    const tree = await (await north.as(as)).register.tree();
    const ids = (names: UnitName[]) => names.map((name) => north.units[name]).sort();
    expect(tree.units.map((u) => u.id).sort()).toEqual(ids(seen));
    expect(
      tree.units
        .filter((u) => u.loose)
        .map((u) => u.id)
        .sort(),
    ).toEqual(ids(loose));
    expect(JSON.stringify(tree)).not.toContain(south.units.root);
  });

  test("of what stands above, only the names", async () => {
    const tree = await (await north.as("supervisor")).register.tree();
    expect(tree.above).toEqual([{ unitId: north.units.a1, names: ["north council", "Housing"] }]);
    expect(tree.units[0]?.parentId).toBeNull();
    expect(JSON.stringify(tree)).not.toContain(north.units.d1);
    expect(JSON.stringify(tree)).not.toContain(north.units.root);
  });

  test("a member and somebody without a role read no tree", async () => {
    for (const as of ["member", "nobody"] as const) {
      const caller = await north.as(as);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.register.tree());
    }
  });
});

test("one unit: another part's, a foreign and a random id are the same miss", async () => {
  const leader = await north.as("leader");
  expect(await leader.register.unit({ unitId: north.units.a1 })).toMatchObject({
    above: ["north council", "Housing"],
    supervisors: [{ name: "supervisor", email: null }],
    roles: [],
    editable: true,
  });
  expect((await (await north.as("supervisor")).register.unit({ unitId: north.units.a1 })).editable).toBe(false);
  for (const unitId of [north.units.b1, north.units.root, south.units.a1, randomUUID()]) {
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.register.unit({ unitId }));
  }
});

test("units to register a team under: the own part, no teams, found by words", async () => {
  const leader = await north.as("leader");
  expect((await leader.register.parents({})).units).toEqual([
    { id: north.units.d1, code: "D1", name: "Housing", parentName: "north council", liveAtOnce: false },
  ]);
  const hr = await north.as("hr");
  expect((await hr.register.parents({ search: "plan" })).units.map((u) => u.name)).toEqual(["Planning"]);
  expect((await hr.register.parents({ search: "%" })).units).toEqual([]);
});

describe("settings", () => {
  const wished = { teamRegistration: "live" as const, zone: "Europe/Lisbon", hrContact: "HR desk", k: 8 };

  test("HR of the whole organisation reads and changes them; only what changed is audited", async () => {
    const hr = await north.as("hr");
    await hr.organisations.changeSettings(wished);
    expect(await hr.organisations.settings()).toEqual(wished);
    expect((await hr.organisations.home()).hrContact).toBe("HR desk");
    expect((await (await south.as("hr")).organisations.settings()).k).toBe(5);
  });

  test("nobody else", async () => {
    for (const as of ["branchHr", "leader", "supervisor", "member"] as const) {
      const caller = await north.as(as);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.organisations.settings());
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.organisations.changeSettings(wished));
    }
  });

  test.each([
    ["k", { k: 4 }],
    ["k", { k: 5.5 }],
    ["zone", { zone: "Mars/Olympus" }],
    ["zone", { zone: "+25:00" }],
    ["hrContact", { hrContact: " " }],
  ])("%s is held to its limits: %o", async (_, change) => {
    const hr = await north.as("hr");
    await expect(hr.organisations.changeSettings({ ...wished, ...change })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});
