import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganisation, type PersonaName, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { newTeam, newUnit } from "./inputs.ts";

const database = useDatabase();
let south: TestOrganisation;
let north: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

describe("who may change the structure", () => {
  const attempts: [string, (org: TestOrganisation, as: PersonaName, id: string) => Promise<unknown>][] = [
    ["create", async (o, as, id) => (await o.as(as)).register.create(newUnit(id))],
    ["rename", async (o, as, id) => (await o.as(as)).register.rename({ unitId: id, name: "Else", code: "ELSE" })],
    ["move", async (o, as, id) => (await o.as(as)).register.move({ unitId: id, parentId: o.units.d1 })],
    ["move to", async (o, as, id) => (await o.as(as)).register.move({ unitId: o.units.a1, parentId: id })],
    [
      "merge",
      async (o, as, id) => (await o.as(as)).register.merge({ unitId: id, intoId: o.units.a1, headcount: null }),
    ],
    [
      "merge into",
      async (o, as, id) => (await o.as(as)).register.merge({ unitId: o.units.a1, intoId: id, headcount: 1 }),
    ],
    ["close", async (o, as, id) => (await o.as(as)).register.close({ unitId: id, below: null })],
    [
      "name a supervisor",
      async (o, as, id) =>
        (await o.as(as)).register.nameSupervisor({ unitId: id, email: "x@y.example", name: null, replace: true }),
    ],
  ];

  test.each(attempts)(
    "%s: HR of a branch only in the branch; a foreign and a random id are the same miss",
    async (_, run) => {
      for (const id of [north.units.b1, south.units.a1, randomUUID()]) {
        await expectRefused(database.superuserUrl, "NOT_FOUND", () => run(north, "branchHr", id));
      }
      for (const id of [south.units.a1, randomUUID()]) {
        await expectRefused(database.superuserUrl, "NOT_FOUND", () => run(north, "hr", id));
      }
    },
  );

  test.each(attempts)("%s: neither leaders nor supervisors nor members", async (_, run) => {
    for (const as of ["leader", "supervisor", "member", "nobody"] as const) {
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => run(north, as, north.units.a2));
    }
  });
});

test("teams: only in the own part, and only by leaders and HR", async () => {
  const leader = await north.as("leader");
  for (const id of [north.units.d2, south.units.d1, randomUUID()]) {
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.register.registerTeam(newTeam(id)));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      leader.register.editTeam({ unitId: id, headcount: 1, workingPattern: null }),
    );
  }
  const branch = await north.as("branchHr");
  const elsewhere = await (await north.as("hr")).register.create(newUnit(north.units.d2));
  for (const id of [elsewhere.id, south.units.a1, randomUUID()]) {
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => branch.register.approveTeam({ unitId: id }));
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      branch.register.declineTeam({ unitId: id, reason: "No" }),
    );
  }
  await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
    branch.register.approveTeam({ unitId: north.units.a1 }),
  );
  for (const as of ["supervisor", "member"] as const) {
    const caller = await north.as(as);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      caller.register.registerTeam(newTeam(north.units.d1)),
    );
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      caller.register.editTeam({ unitId: north.units.a2, headcount: 1, workingPattern: null }),
    );
  }
  await leader.register.editTeam({ unitId: north.units.a1, headcount: 14, workingPattern: "remote" });
  expect(await leader.register.unit({ unitId: north.units.a1 })).toMatchObject({
    headcount: 14,
    workingPattern: "remote",
  });
});
