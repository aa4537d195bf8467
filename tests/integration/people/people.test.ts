import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callerFor, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectAllRefused } from "../../support/refusals.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  south = await makeOrganisation("south");
});
let round = 0;
// A fresh organisation for each test: roles of one test are no ground of the next.
beforeEach(async () => {
  north = await makeOrganisation(`north${++round}`);
});

const TODAY = new Date().toISOString().slice(0, 10);
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

async function expectNothing(attempt: () => Promise<unknown>, code: string, message?: RegExp): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toMatchObject({
    code,
    ...(message ? { message: expect.stringMatching(message) } : {}),
  });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

const assignmentOf = async (org: TestOrganisation, personId: string, role: string): Promise<string> => {
  const [row] = await asSuperuser(
    database,
    (db) => db`select id from role_assignment where org_id = ${org.id} and person_id = ${personId} and role = ${role}
      and revoked_at is null`,
  );
  return row?.id;
};

describe("the list", () => {
  test("shows HR of the whole organisation everybody of it and nobody else, by name, with roles in force", async () => {
    const list = await (await north.as("hr")).people.list({});
    expect(list.people.map((p) => p.name)).toEqual([
      "branchHr",
      "Hari HR",
      "leader",
      "member",
      "nobody",
      "otherSupervisor",
      "supervisor",
    ]);
    expect(list.total).toBe(7);
    expect(list.people.find((p) => p.name === "leader")?.roles).toEqual([
      { role: "senior_leader", unitName: "Housing", isDeputy: false },
    ]);
  });

  test("shows HR of a branch the people of the branch only", async () => {
    const list = await (await north.as("branchHr")).people.list({});
    expect(list.people.map((p) => p.name).sort()).toEqual(["branchHr", "leader", "member", "supervisor"]);
    expect(list.everywhere).toBe(false);
    expect((await (await north.as("branchHr")).people.list({ search: "otherSuper" })).total).toBe(0);
  });

  test("is searched by name and address as typed, and paged without loss", async () => {
    const hr = await north.as("hr");
    expect((await hr.people.list({ search: "SUPERVISOR@" })).people.map((p) => p.name)).toEqual([
      "otherSupervisor",
      "supervisor",
    ]);
    for (const words of ["%", "_", "\\", "' or 1=1 --"]) {
      expect((await hr.people.list({ search: words })).total).toBe(0);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof hr.people.list>> = await hr.people.list({ limit: 2, cursor });
      seen.push(...page.people.map((p) => p.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    await expect(hr.people.list({ cursor: "rubbish" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(hr.people.list({ limit: 10_000 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test.each(["leader", "supervisor", "member"] as const)("is refused to a %s", async (persona) => {
    const caller = await north.as(persona);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.people.list({}));
  });
});

describe("another organisation's, another branch's and a random id get one answer", () => {
  test("for a person", async () => {
    const [hr, branch] = [await north.as("hr"), await north.as("branchHr")];
    const foreign = [south.people.leader.personId, randomUUID()];
    const elsewhere = [north.people.otherSupervisor.personId, north.people.nobody.personId, ...foreign];
    const calls = ({ people }: typeof hr) => [people.read, people.suspend, people.reinstate, people.invite];
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [
      ...foreign.flatMap((personId) => calls(hr).map((call) => () => call({ personId }))),
      ...elsewhere.flatMap((personId) => calls(branch).map((call) => () => call({ personId }))),
    ]);
  });

  test("for a role: person and unit, each alone", async () => {
    const [hr, branch] = [await north.as("hr"), await north.as("branchHr")];
    const give = { role: "senior_leader" as const, startsOn: TODAY, endsOn: null };
    const attempts: [typeof hr, string, string][] = [
      [hr, south.people.leader.personId, north.units.d1],
      [hr, north.people.leader.personId, south.units.d1],
      [hr, randomUUID(), north.units.d1],
      [hr, north.people.leader.personId, randomUUID()],
      [branch, north.people.otherSupervisor.personId, north.units.d1],
      [branch, north.people.leader.personId, north.units.d2],
      [branch, north.people.leader.personId, north.units.root],
    ];
    const theirs = await assignmentOf(south, south.people.leader.personId, "senior_leader");
    const other = await assignmentOf(north, north.people.otherSupervisor.personId, "supervisor");
    const deputy = { personId: north.people.leader.personId, startsOn: TODAY, endsOn: TODAY };
    const roles: [typeof hr, string][] = [
      [hr, theirs],
      [hr, randomUUID()],
      [branch, other],
      [branch, theirs],
    ];
    await expectAllRefused(database.superuserUrl, "NOT_FOUND", [
      ...attempts.map(
        ([caller, personId, unitId]) =>
          () =>
            caller.people.assign({ ...give, personId, unitId }),
      ),
      ...roles.map(
        ([caller, assignmentId]) =>
          () =>
            caller.people.revoke({ assignmentId }),
      ),
      ...roles.map(
        ([caller, assignmentId]) =>
          () =>
            caller.people.nameDeputy({ ...deputy, assignmentId }),
      ),
    ]);
  });
});

describe("adding somebody", () => {
  test("leaves one row of each kind and an audit row without the link", async () => {
    const hr = await north.as("hr");
    const made = await hr.people.add({ name: "  Asha Rao ", email: "Asha.Rao@North.Example" });
    const person = await hr.people.read({ personId: made.personId });
    expect(person).toMatchObject({ name: "Asha Rao", email: "asha.rao@north.example", signIn: "invited" });
    const audit = await hr.audit.list({ action: "person.add" });
    expect(audit.rows).toHaveLength(1);
    const secret = made.invitation.path?.split("token=")[1] ?? "";
    const everything = await asSuperuser(
      database,
      (db) => db`select a::text from audit_event a union all select t::text from account_token t
        union all select s::text from security_event s`,
    );
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(everything)).not.toContain(secret);
  });

  test("the same address twice is a message at the field; in two organisations it is two people", async () => {
    const hr = await north.as("hr");
    await hr.people.add({ name: "Asha", email: `asha${round}@x.example` });
    await expectNothing(() => hr.people.add({ name: "Asha", email: `ASHA${round}@x.example` }), "BAD_REQUEST");
    await expect(
      (await south.as("hr")).people.add({ name: "Asha", email: `asha${round}@x.example` }),
    ).resolves.toBeTruthy();
  });

  test("HR of a branch gives the first role on a unit of the branch, or adds nobody", async () => {
    const branch = await north.as("branchHr");
    const person = { name: "Bo", email: `bo${round}@x.example` };
    await expectNothing(() => branch.people.add(person), "BAD_REQUEST");
    await expectAllRefused(
      database.superuserUrl,
      "NOT_FOUND",
      [north.units.b1, south.units.a1, randomUUID()].map(
        (unitId) => () => branch.people.add({ ...person, role: { role: "supervisor", unitId } }),
      ),
    );
    const made = await branch.people.add({ ...person, role: { role: "supervisor", unitId: north.units.a2 } });
    expect((await branch.people.read({ personId: made.personId })).assignments).toHaveLength(1);
  });

  test("bad input says which field, and nothing is half-written", async () => {
    const hr = await north.as("hr");
    for (const input of [
      { name: "", email: "a@b.example" },
      { name: "A", email: "not an address" },
      { name: "A".repeat(121), email: "a@b.example" },
    ]) {
      await expectNothing(() => hr.people.add(input), "BAD_REQUEST");
    }
    await expectNothing(
      () =>
        hr.people.add({
          name: "A",
          email: `half${round}@x.example`,
          role: { role: "supervisor", unitId: north.units.d1 },
        }),
      "BAD_REQUEST",
      /team/,
    );
  });
});

describe("suspending", () => {
  test("shuts out on the next request, and letting in again opens", async () => {
    const [hr, leader] = [await north.as("hr"), await north.as("leader")];
    await expect(leader.organisations.home()).resolves.toBeTruthy();
    await hr.people.suspend({ personId: north.people.leader.personId });
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.organisations.home());
    await expectNothing(() => hr.people.suspend({ personId: north.people.leader.personId }), "PRECONDITION_FAILED");
    await hr.people.reinstate({ personId: north.people.leader.personId });
    await expect(leader.organisations.home()).resolves.toBeTruthy();
  });

  test("oneself and the last HR admin is refused", async () => {
    const hr = await north.as("hr");
    const self = { personId: north.people.hr.personId };
    await expectNothing(() => hr.people.suspend(self), "PRECONDITION_FAILED", /yourself/);
    // A second one whose role has an end can act, but does not count as staying.
    const give = { role: "hr_admin" as const, unitId: north.units.root, startsOn: TODAY, endsOn: inDays(5) };
    await hr.people.assign({ ...give, personId: north.people.leader.personId });
    const second = await north.as("leader");
    await expectNothing(() => second.people.suspend(self), "PRECONDITION_FAILED", /last HR admin/);
    await hr.people.assign({ ...give, personId: north.people.supervisor.personId, endsOn: null });
    await expect(second.people.suspend(self)).resolves.toEqual({ status: "suspended" });
  });

  test("by HR of a branch only where every role is in the branch", async () => {
    const [hr, branch] = [await north.as("hr"), await north.as("branchHr")];
    const personId = north.people.supervisor.personId;
    await hr.people.assign({ personId, role: "supervisor", unitId: north.units.b2, startsOn: inDays(3), endsOn: null });
    await expectNothing(() => branch.people.suspend({ personId }), "PRECONDITION_FAILED", /outside your part/);
    await expectNothing(() => branch.people.invite({ personId }), "PRECONDITION_FAILED", /outside your part/);
    await expect(branch.people.suspend({ personId: north.people.member.personId })).resolves.toBeTruthy();
    const seen = await branch.people.read({ personId });
    expect(seen.assignments.map((a) => a.unitId)).toEqual([north.units.a1]);
    expect(seen.rolesElsewhere).toBe(1);
  });
});

describe("a person without access reads nobody", () => {
  test("also with a session of before", async () => {
    const caller = await callerFor(south.people.hr.accountId, north.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => caller.people.list({}));
  });
});
