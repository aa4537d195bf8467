import { beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "#server/kernel/clock.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let round = 0;

beforeEach(async () => {
  north = await makeOrganisation(`north${++round}`);
  south ??= await makeOrganisation("south");
});

const DAY = 86_400_000;
const inDays = (n: number) => new Date(Date.now() + n * DAY).toISOString().slice(0, 10);
const TODAY = inDays(0);
const after = (days: number): Clock => ({ now: () => new Date(Date.now() + days * DAY) });

async function expectNothing(attempt: () => Promise<unknown>, code: string, message?: RegExp): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toMatchObject({
    code,
    ...(message ? { message: expect.stringMatching(message) } : {}),
  });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

const rolesOf = async (persona: "leader" | "supervisor" | "hr", clock?: Clock) =>
  (await (await north.as(persona, clock)).organisations.home()).roles.map((r) => `${r.role} ${r.unitName}`);

async function give(
  personId: string,
  role: "supervisor" | "senior_leader" | "hr_admin" | "member",
  unitId: string,
  dates: { startsOn?: string; endsOn?: string | null } = {},
  by: "hr" | "branchHr" = "hr",
) {
  const caller = await north.as(by);
  return caller.people.assign({ personId, role, unitId, startsOn: TODAY, endsOn: null, ...dates });
}

describe("giving a role", () => {
  test("holds from its first to its last day", async () => {
    const personId = north.people.leader.personId;
    await give(personId, "supervisor", north.units.b1, { startsOn: inDays(2), endsOn: inDays(3) });
    expect(await rolesOf("leader")).toEqual(["senior_leader Housing"]);
    for (const [days, held] of [
      [2, true],
      [3, true],
      [4, false],
    ] as const) {
      expect((await rolesOf("leader", after(days))).includes("supervisor Applications")).toBe(held);
    }
  });

  test("is one audit row with role, place and dates", async () => {
    await give(north.people.leader.personId, "senior_leader", north.units.d2);
    const { rows } = await (await north.as("hr")).audit.list({ action: "role.assign" });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor: "Hari HR",
      subject: "leader",
      after: { role: "senior_leader", unit: "Planning", startsOn: TODAY, endsOn: null },
    });
  });

  test("belongs to a team or to a unit, not before today, and not twice", async () => {
    const personId = north.people.leader.personId;
    await expectNothing(() => give(personId, "supervisor", north.units.d1), "BAD_REQUEST", /team/);
    await expectNothing(() => give(personId, "senior_leader", north.units.a1), "BAD_REQUEST", /unit/);
    await expectNothing(() => give(personId, "hr_admin", north.units.a1), "BAD_REQUEST", /unit/);
    await expectNothing(
      () => give(personId, "supervisor", north.units.a1, { startsOn: inDays(-1) }),
      "BAD_REQUEST",
      /today or later/,
    );
    await expectNothing(
      () => give(personId, "supervisor", north.units.a1, { startsOn: inDays(2), endsOn: inDays(1) }),
      "BAD_REQUEST",
      /last day/,
    );
    await expectNothing(() => give(personId, "senior_leader", north.units.d1), "PRECONDITION_FAILED", /already/);
    await asSuperuser(database, (db) => db`update unit set status = 'closed' where id = ${north.units.b2}`);
    await expectNothing(() => give(personId, "supervisor", north.units.b2), "PRECONDITION_FAILED", /closed/);
  });

  test("at the same moment from two places gives it once", async () => {
    const both = await Promise.allSettled(
      [1, 2].map(() => give(north.people.leader.personId, "senior_leader", north.units.d2)),
    );
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
  });

  test("to a suspended person is refused", async () => {
    await (await north.as("hr")).people.suspend({ personId: north.people.leader.personId });
    await expectNothing(
      () => give(north.people.leader.personId, "senior_leader", north.units.d2),
      "PRECONDITION_FAILED",
      /suspended/,
    );
  });
});

describe("HR of a branch", () => {
  test("gives roles inside the branch, HR too, and never outside, above or to themselves", async () => {
    const inside = north.people.member.personId;
    await expect(give(inside, "hr_admin", north.units.d1, {}, "branchHr")).resolves.toBeTruthy();
    await expect(give(inside, "supervisor", north.units.a2, {}, "branchHr")).resolves.toBeTruthy();
    const outside = [north.units.root, north.units.d2, north.units.b1, south.units.d1];
    const attempts = [inside, north.people.branchHr.personId].flatMap((personId) =>
      outside.flatMap((unitId) =>
        (["hr_admin", "senior_leader"] as const).map((role) => () => give(personId, role, unitId, {}, "branchHr")),
      ),
    );
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", attempts);
  });

  test("finds units and roles of the branch only", async () => {
    const branch = await north.as("branchHr");
    const units = await branch.people.units({ role: "supervisor" });
    expect(units.map((u) => u.name)).toEqual(["Housing repairs", "Lettings"]);
    expect(units[0]).toMatchObject({ parentName: "Housing", kind: "team" });
    const all = await (await north.as("hr")).people.units({ role: "hr_admin" });
    expect(all[0]).toMatchObject({ kind: "organisation", parentName: null });
    expect(all.map((u) => u.name)).toContain("Planning");
    expect((await branch.people.holders({})).map((h) => h.personName).sort()).toEqual([
      "branchHr",
      "leader",
      "supervisor",
    ]);
  });
});

describe("taking a role back", () => {
  const assignment = async (personId: string, role: string): Promise<string> => {
    const [row] = await asSuperuser(
      database,
      (db) =>
        db`select id from role_assignment where person_id = ${personId} and role = ${role} and revoked_at is null`,
    );
    return row?.id;
  };

  test("holds on the next request of an open session", async () => {
    const leader = await north.as("leader");
    await expect(leader.organisations.home()).resolves.toBeTruthy();
    const assignmentId = await assignment(north.people.leader.personId, "senior_leader");
    await (await north.as("hr")).people.revoke({ assignmentId });
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.organisations.home());
    const hr = await north.as("hr");
    await expectNothing(() => hr.people.revoke({ assignmentId }), "PRECONDITION_FAILED", /over already/);
  });

  test("is refused for the last HR admin of the whole organisation, also for a branch's", async () => {
    const [hr, assignmentId] = [await north.as("hr"), await assignment(north.people.hr.personId, "hr_admin")];
    await expectNothing(() => hr.people.revoke({ assignmentId }), "PRECONDITION_FAILED", /last HR admin/);
    await give(north.people.leader.personId, "hr_admin", north.units.root, { endsOn: inDays(9) });
    await expectNothing(() => hr.people.revoke({ assignmentId }), "PRECONDITION_FAILED", /last HR admin/);
    await give(north.people.supervisor.personId, "hr_admin", north.units.root);
    await expect(hr.people.revoke({ assignmentId })).resolves.toEqual({ revoked: 1 });
  });

  test("two HR admins who take each other's role at once: one stays", async () => {
    const personId = north.people.leader.personId;
    const second = await give(personId, "hr_admin", north.units.root);
    const first = await assignment(north.people.hr.personId, "hr_admin");
    const [hr, other] = [await north.as("hr"), await north.as("leader")];
    const both = await Promise.allSettled([
      hr.people.revoke({ assignmentId: second.assignmentId }),
      other.people.revoke({ assignmentId: first }),
    ]);
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a deputy", () => {
  async function deputise(endsOn: string, persona: "supervisor" | "leader" = "supervisor") {
    const hr = await north.as("hr");
    const holders = await hr.people.holders({ search: "Housing" });
    const original = holders.find((h) => h.role === "senior_leader");
    return hr.people.nameDeputy({
      personId: north.people[persona].personId,
      assignmentId: original?.assignmentId ?? "",
      startsOn: TODAY,
      endsOn,
    });
  }

  test("holds the same role on the same unit for four weeks at most", async () => {
    await expectNothing(() => deputise(inDays(28)), "BAD_REQUEST", /four weeks/);
    await deputise(inDays(27));
    expect(await rolesOf("supervisor")).toContain("senior_leader Housing");
    expect(await rolesOf("supervisor", after(28))).not.toContain("senior_leader Housing");
    const page = await (await north.as("hr")).people.read({ personId: north.people.supervisor.personId });
    expect(page.assignments.find((a) => a.role === "senior_leader")?.deputyFor).toBe("leader");
  });

  test("is not oneself, has no deputy, and stops with the one they stand in for", async () => {
    await expectNothing(() => deputise(inDays(7), "leader"), "PRECONDITION_FAILED", /themselves/);
    const made = await deputise(inDays(7));
    const hr = await north.as("hr");
    await expectNothing(
      () =>
        hr.people.nameDeputy({
          personId: north.people.otherSupervisor.personId,
          assignmentId: made.assignmentId,
          startsOn: TODAY,
          endsOn: inDays(2),
        }),
      "PRECONDITION_FAILED",
      /deputy/,
    );
    const original = (await hr.people.holders({ search: "leader" }))[0];
    expect(await hr.people.revoke({ assignmentId: original?.assignmentId ?? "" })).toEqual({ revoked: 2 });
    expect(await rolesOf("supervisor")).toEqual(["supervisor Housing repairs"]);
    expect((await hr.audit.list({ action: "role.revoke" })).rows).toHaveLength(2);
  });
});
