import { beforeAll, describe, expect, test } from "vitest";
import { stranger, callerFor, makeOrganisation, type TestOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";
import { expectRefused } from "../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

describe("entering an organisation", () => {
  test("a member reads the frame of the own organisation", async () => {
    const home = await (await north.as("leader")).organisations.home();
    expect(home.name).toBe("north council");
    expect(home.permissions).toContain("result:read");
    expect(home.permissions).not.toContain("unit:manage");
    expect(home.roles).toEqual([expect.objectContaining({ role: "senior_leader", unitName: "Housing" })]);
  });

  test("a foreign slug is as unknown as a random one", async () => {
    const abroad = await callerFor(north.people.hr.accountId, south.slug);
    const nowhere = await callerFor(north.people.hr.accountId, "no-such-place");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => abroad.organisations.home());
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => nowhere.organisations.home());
  });

  test("a member without any role is refused", async () => {
    const caller = await north.as("nobody");
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.organisations.home());
  });

  test("nobody signed in is asked to sign in", async () => {
    await expect(stranger(north.slug).organisations.home()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
