import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEvent } from "#db/schema/audit.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedWave } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { newUnit } from "./inputs.ts";

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
const auditOf = (org: TestOrganisation, action: string) =>
  look(org, (tx) => tx.select().from(auditEvent).where(eq(auditEvent.action, action)));
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());

/** Something that breaks a rule: it says so and leaves everything as it was. */
async function expectUnchanged(attempt: () => Promise<unknown>, message: RegExp): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toThrow(message);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

describe("HR of a branch", () => {
  test("nobody reorganises the top of their own branch away", async () => {
    const branch = await north.as("branchHr");
    const { d1, a1 } = north.units;
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => branch.register.close({ unitId: d1, below: 2 }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => branch.register.move({ unitId: d1, parentId: d1 }));
    await branch.register.rename({ unitId: d1, name: "Homes", code: "D1" });
    await branch.register.close({ unitId: a1, below: null });
  });
});

describe("create and rename", () => {
  test("a unit and a team stand where they were put, with the next free code and a first supervisor", async () => {
    const hr = await north.as("hr");
    const first = await hr.register.create(newUnit(north.units.d1));
    expect(first.code).toBe("D1-01");
    const team = await hr.register.create({
      ...newUnit(first.id),
      kind: "team",
      name: "Voids",
      headcount: 6,
      workingPattern: "hybrid",
      supervisorEmail: "Jo.Smith@Voids.example",
    });
    expect(team).toMatchObject({ code: "D1-01-01", supervisor: "Jo Smith", invitation: { kind: "choose-password" } });
    const units = await unitsOf(north);
    expect(units.get(team.id)?.path).toEqual([north.units.root, north.units.d1, first.id, team.id]);
    expect(await placementsOf(north, team.id)).toMatchObject([{ parentId: first.id, startsOn: today(), endsOn: null }]);
    expect(await auditOf(north, "unit.create")).toHaveLength(2);
  });

  test("codes are unique, also after a unit was closed; nothing stands below a team", async () => {
    const hr = await north.as("hr");
    const { d1, a1, a2 } = north.units;
    await hr.register.close({ unitId: a1, below: null });
    for (const code of ["A1", "A2"]) {
      await expectUnchanged(() => hr.register.create({ ...newUnit(d1), code }), /is or was in use/);
      await expectUnchanged(() => hr.register.rename({ unitId: d1, name: "Housing", code }), /is or was in use/);
    }
    await expectUnchanged(() => hr.register.create(newUnit(a2)), /nothing can stand below it/);
    await expectUnchanged(() => hr.register.create({ ...newUnit(d1), name: "=HYPERLINK(1)" }), /formula/);
  });

  test("a name that does not change writes nothing", async () => {
    const hr = await north.as("hr");
    const before = await snapshot(database.superuserUrl);
    await hr.register.rename({ unitId: north.units.d1, name: "Housing", code: "D1" });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});

describe("move", () => {
  test("closes the placement, opens one of today and takes the whole subtree along; old waves keep their tree", async () => {
    const waveId = await makeSealedWave(north, "Spring", {});
    const frozen = () => look(north, (tx) => tx.select().from(waveUnit).where(eq(waveUnit.waveId, waveId)));
    const before = await frozen();
    const hr = await north.as("hr");
    const { root, d1, d2, a1, a2 } = north.units;
    await hr.register.close({ unitId: a2, below: null });
    await hr.register.move({ unitId: d1, parentId: d2 });
    const units = await unitsOf(north);
    expect(units.get(a1)?.path).toEqual([root, d2, d1, a1]);
    expect(units.get(a2)?.path).toEqual([root, d2, d1, a2]);
    const placements = await placementsOf(north, d1);
    expect(placements.find((p) => p.parentId === root)?.endsOn).toBe(today());
    expect(placements.find((p) => p.parentId === d2)).toMatchObject({ startsOn: today(), endsOn: null });
    expect(await auditOf(north, "unit.move")).toMatchObject([
      { subject: "Housing", before: { parent: `${north.slug} council` }, after: { parent: "Planning" } },
    ]);
    expect(await frozen()).toEqual(before);
    expect((await (await north.as("leader")).register.tree()).above).toMatchObject([
      { unitId: d1, names: [`${north.slug} council`, "Planning"] },
    ]);
  });

  test("not the root, not below itself, not below a team or a closed unit", async () => {
    const hr = await north.as("hr");
    const { root, d1, d2, a1, b1 } = north.units;
    const inner = await hr.register.create(newUnit(d1));
    await hr.register.close({ unitId: b1, below: null });
    await expectUnchanged(() => hr.register.move({ unitId: root, parentId: d1 }), /cannot be moved/);
    await expectUnchanged(() => hr.register.move({ unitId: d1, parentId: d1 }), /below itself/);
    await expectUnchanged(() => hr.register.move({ unitId: d1, parentId: inner.id }), /below one of its own/);
    await expectUnchanged(() => hr.register.move({ unitId: d2, parentId: a1 }), /team is a leaf/);
    await expectUnchanged(() => hr.register.move({ unitId: a1, parentId: b1 }), /closed/);
    await expectUnchanged(() => hr.register.move({ unitId: b1, parentId: d1 }), /closed already/);
  });

  test("two moves at once that would make a cycle together: one is refused", async () => {
    const { d1, d2 } = north.units;
    const [one, two] = await Promise.all([north.as("hr"), north.as("hr")]);
    const results = await Promise.allSettled([
      one.register.move({ unitId: d1, parentId: d2 }),
      two.register.move({ unitId: d2, parentId: d1 }),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    const units = await unitsOf(north);
    for (const u of units.values()) {
      expect(u.path[0]).toBe(north.units.root);
      expect(new Set(u.path).size).toBe(u.path.length);
    }
  });
});

describe("merge", () => {
  test("children go over, the source closes and says into what, its roles end and are listed", async () => {
    const hr = await north.as("hr");
    const { root, d1, d2, a1 } = north.units;
    const done = await hr.register.merge({ unitId: d1, intoId: d2, headcount: null });
    expect(done).toMatchObject({ id: d2, moved: 2 });
    expect(done.ended.map((e) => [e.personName, e.role])).toEqual([
      ["branchHr", "hr_admin"],
      ["leader", "senior_leader"],
    ]);
    const units = await unitsOf(north);
    expect(units.get(a1)?.path).toEqual([root, d2, a1]);
    expect(units.get(d1)).toMatchObject({ status: "closed", mergedInto: d2, closedOn: today() });
    await expectRefused(database.superuserUrl, "FORBIDDEN", async () => (await north.as("leader")).register.tree());
  });

  test("two teams: the head count is what HR says; the other team's supervisor does not change", async () => {
    const hr = await north.as("hr");
    const { a1, a2 } = north.units;
    const done = await hr.register.merge({ unitId: a1, intoId: a2, headcount: 21 });
    expect(done.ended).toEqual([{ personName: "supervisor", role: "supervisor", unitName: "Housing repairs" }]);
    expect((await unitsOf(north)).get(a2)?.headcount).toBe(21);
    expect((await hr.register.unit({ unitId: a2 })).supervisors).toEqual([]);
  });

  test("a unit into the one above it; not into another kind, not into its own, not the root", async () => {
    const hr = await north.as("hr");
    const { root, d1, d2, a1 } = north.units;
    const inner = await hr.register.create(newUnit(d1));
    const deep = await hr.register.create(newUnit(inner.id));
    await expectUnchanged(() => hr.register.merge({ unitId: a1, intoId: d2, headcount: null }), /another team/);
    await expectUnchanged(() => hr.register.merge({ unitId: d1, intoId: deep.id, headcount: null }), /its own/);
    await expectUnchanged(() => hr.register.merge({ unitId: root, intoId: d1, headcount: null }), /cannot be merged/);
    await expectUnchanged(() => hr.register.merge({ unitId: a1, intoId: a1, headcount: null }), /into itself/);
    await hr.register.merge({ unitId: inner.id, intoId: d1, headcount: null });
    expect((await unitsOf(north)).get(deep.id)?.path).toEqual([root, d1, deep.id]);
  });
});

describe("close", () => {
  test("ends placement and roles; the supervisor is out on the next request", async () => {
    const supervisor = await north.as("supervisor");
    await supervisor.organisations.home();
    const { a1 } = north.units;
    const done = await (await north.as("hr")).register.close({ unitId: a1, below: null });
    expect(done).toMatchObject({ closed: 1, ended: [{ personName: "supervisor" }] });
    expect((await placementsOf(north, a1)).map((p) => p.endsOn)).toEqual([today()]);
    await expect(supervisor.organisations.home()).rejects.toMatchObject({ code: "FORBIDDEN" });
    const roles = await look(north, (tx) => tx.select().from(roleAssignment).where(eq(roleAssignment.unitId, a1)));
    expect(roles).toMatchObject([{ endsOn: today(), revokedAt: expect.any(Date) }]);
  });

  test("refuses while units stand below, unless all of them were seen", async () => {
    const hr = await north.as("hr");
    const { root, d1, a1, a2, b1 } = north.units;
    await expectUnchanged(() => hr.register.close({ unitId: d1, below: null }), /2 units still stand below/);
    await expectUnchanged(() => hr.register.close({ unitId: d1, below: 1 }), /has changed since you looked/);
    await expectUnchanged(() => hr.register.close({ unitId: root, below: 6 }), /cannot be closed/);
    expect((await hr.register.unit({ unitId: d1 })).below).toEqual({
      count: 2,
      names: ["Housing repairs", "Lettings"],
    });
    expect(await hr.register.close({ unitId: d1, below: 2 })).toMatchObject({ closed: 3 });
    const units = await unitsOf(north);
    expect([d1, a1, a2, b1].map((id) => units.get(id)?.status)).toEqual(["closed", "closed", "closed", "live"]);
    expect(await auditOf(north, "unit.close")).toHaveLength(3);
    await expectUnchanged(() => hr.register.close({ unitId: d1, below: null }), /closed already/);
  });
});

describe("supervisors", () => {
  test("somebody known takes over; whoever supervised stops; somebody suspended is refused", async () => {
    const hr = await north.as("hr");
    const { a1, d1 } = north.units;
    const email = north.people.member.email;
    const done = await hr.register.nameSupervisor({ unitId: a1, email, name: "Ignored", replace: true });
    expect(done).toMatchObject({ personName: "member", ended: ["supervisor"] });
    expect((await hr.register.unit({ unitId: a1 })).supervisors.map((s) => s.name)).toEqual(["member"]);
    await expectUnchanged(
      () => hr.register.nameSupervisor({ unitId: d1, email, name: null, replace: false }),
      /Only a team has a supervisor/,
    );
    await hr.people.suspend({ personId: north.people.otherSupervisor.personId });
    await expectUnchanged(
      () =>
        hr.register.nameSupervisor({
          unitId: a1,
          email: north.people.otherSupervisor.email,
          name: null,
          replace: false,
        }),
      /suspended or has left/,
    );
  });

  test("HR of a branch gets a link only for somebody new", async () => {
    const branch = await north.as("branchHr");
    const { a1 } = north.units;
    const fresh = { unitId: a1, email: "new@north.example", name: "New Person", replace: false };
    expect((await branch.register.nameSupervisor(fresh)).invitation?.path).toMatch(/^\/invitation\?token=/);
    expect((await branch.register.nameSupervisor(fresh)).invitation).toBeNull();
    const known = { ...fresh, email: north.people.hr.email };
    expect((await branch.register.nameSupervisor(known)).invitation).toBeNull();
  });
});
