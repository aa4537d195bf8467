import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { roleAssignment } from "#db/schema/people.ts";
import { teamRegistration, unit, unitPlacement } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedWave } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { newTeam } from "./inputs.ts";

const database = useDatabase();
let south: TestOrganisation;
let north: TestOrganisation;
let standing: Awaited<ReturnType<typeof unitsOf>>;
let made = 0;

beforeAll(async () => {
  south = await makeOrganisation("south");
  standing = await unitsOf(south);
});
afterEach(async () => {
  expect(await unitsOf(south)).toEqual(standing);
});
beforeEach(async () => {
  north = await makeOrganisation(`north-${made++}`);
});

const look = <T>(org: TestOrganisation, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  asSystem("Test", "unit:read", org.id, ({ tx }) => work(tx));
const unitsOf = (org: TestOrganisation) =>
  look(org, async (tx) => new Map((await tx.select().from(unit)).map((u) => [u.id, u])));
const placementsOf = (org: TestOrganisation, unitId: string) =>
  look(org, (tx) => tx.select().from(unitPlacement).where(eq(unitPlacement.unitId, unitId)));
/** Something that breaks a rule: it says so and leaves everything as it was. */
async function expectUnchanged(attempt: () => Promise<unknown>, message: RegExp): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toThrow(message);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

describe("registering a team", () => {
  test("a leader lists what was registered in the own part, and nothing beside it", async () => {
    const { d1, d2 } = north.units;
    const hr = await north.as("hr");
    const register = (parentId: string) =>
      hr.register.registerTeam({ ...newTeam(parentId), supervisorEmail: "ash.lane@team.example" });
    const [here, beside] = [await register(d1), await register(d2)];
    const listed = async (persona: "hr" | "leader") =>
      Promise.all(
        [true, false].map(async (waiting) =>
          (await north.as(persona)).register.registrations({ waiting, limit: 25 }).then((l) => l.registrations),
        ),
      ).then((lists) => lists.flat().map(({ id }) => id));
    expect((await listed("hr")).toSorted()).toEqual([here.id, beside.id].toSorted());
    expect(await listed("leader")).toEqual([here.id]);
  });

  test("a leader's team waits outside the tree, and lives with HR's yes", async () => {
    const leader = await north.as("leader");
    const { d1, root } = north.units;
    const asked = await leader.register.registerTeam(newTeam(d1));
    expect(asked).toMatchObject({ waiting: true, supervisor: "Jo Smith", invitation: null });
    expect((await leader.register.tree()).units.map((u) => u.id)).not.toContain(asked.id);
    const waveId = await makeSealedWave(north, "Spring", {});
    const frozen = await look(north, (tx) => tx.select().from(waveUnit).where(eq(waveUnit.waveId, waveId)));
    expect(frozen.map((u) => u.unitId)).not.toContain(asked.id);
    expect(await placementsOf(north, asked.id)).toEqual([]);
    const roles = () =>
      look(north, (tx) => tx.select().from(roleAssignment).where(eq(roleAssignment.unitId, asked.id)));
    expect(await roles()).toEqual([]);

    const list = { waiting: true, limit: 25 };
    expect((await leader.register.registrations(list)).registrations).toMatchObject([{ id: asked.id, mine: false }]);
    const hr = await north.as("hr");
    expect((await hr.register.registrations(list)).registrations).toMatchObject([
      { parentName: "Housing", mine: true },
    ]);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.register.approveTeam({ unitId: asked.id }));
    const approved = await hr.register.approveTeam({ unitId: asked.id });
    expect(approved.invitation?.path).toMatch(/^\/invitation\?token=/);
    expect((await unitsOf(north)).get(asked.id)).toMatchObject({ status: "live", path: [root, d1, asked.id] });
    expect(await placementsOf(north, asked.id)).toMatchObject([{ parentId: d1, endsOn: null }]);
    expect(await roles()).toMatchObject([{ role: "supervisor" }]);
    await expectUnchanged(() => hr.register.approveTeam({ unitId: asked.id }), /decided about this team already/);
    expect((await hr.register.registrations({ ...list, waiting: false })).registrations).toMatchObject([
      { decision: "approved", decidedBy: "Hari HR" },
    ]);
  });

  test("declined with a reason: never in the tree, nobody gets a role", async () => {
    const asked = await (await north.as("leader")).register.registerTeam(newTeam(north.units.d1));
    const branch = await north.as("branchHr");
    await branch.register.declineTeam({ unitId: asked.id, reason: "It is part of Lettings." });
    expect((await unitsOf(north)).get(asked.id)?.status).toBe("closed");
    const decided = await (await north.as("leader")).register.registrations({ waiting: false, limit: 25 });
    expect(decided.registrations).toMatchObject([{ decision: "declined", reason: "It is part of Lettings." }]);
    expect(
      await look(north, (tx) => tx.select().from(roleAssignment).where(eq(roleAssignment.unitId, asked.id))),
    ).toEqual([]);
  });

  test("a team that waits goes with the unit above: moved along, or closed with it", async () => {
    const asked = await (await north.as("leader")).register.registerTeam(newTeam(north.units.d1));
    const hr = await north.as("hr");
    const { root, d1, d2 } = north.units;
    await hr.register.move({ unitId: d1, parentId: d2 });
    expect((await unitsOf(north)).get(asked.id)?.path).toEqual([root, d2, d1, asked.id]);
    expect(await placementsOf(north, asked.id)).toEqual([]);
    expect(await hr.register.close({ unitId: d1, below: 3 })).toMatchObject({ closed: 4 });
    expect(await look(north, (tx) => tx.select().from(teamRegistration))).toMatchObject([{ decision: "closed_above" }]);
  });

  test("live at once where the organisation has decided so; the link stays with HR", async () => {
    const hr = await north.as("hr");
    const settings = await hr.organisations.settings();
    await hr.organisations.changeSettings({ ...settings, teamRegistration: "live" });
    const leader = await north.as("leader");
    const asked = await leader.register.registerTeam(newTeam(north.units.d1));
    expect(asked).toMatchObject({ waiting: false, invitation: null });
    expect((await leader.register.unit({ unitId: asked.id })).supervisors).toMatchObject([{ email: null }]);
    const own = await hr.register.registerTeam({ ...newTeam(north.units.d2), supervisorEmail: "hr.made@team.example" });
    expect(own).toMatchObject({ waiting: false, invitation: { kind: "choose-password" } });
  });
});
