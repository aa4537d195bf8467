import { beforeEach, expect, test } from "vitest";
import type { RegisterOwnTeam } from "#contracts/register.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";
import { alsoLeads, on } from "../help/fixture.ts";
import { launched } from "../waves/pulse-inputs.ts";

const database = useDatabase();
let made = 0;
let north: TestOrganisation;
let south: TestOrganisation;
let leader: Caller;

beforeEach(async () => {
  made += 1;
  north = await makeOrganisation(`north-${made}`);
  south = await makeOrganisation(`south-${made}`);
  leader = await north.as("leader");
});

const ask = (org: TestOrganisation, more: Partial<RegisterOwnTeam> = {}): RegisterOwnTeam => ({
  unitId: org.units.d1,
  name: "Housing leadership team",
  headcount: 5,
  workingPattern: "hybrid",
  takePeople: true,
  ...more,
});

async function liveAtOnce(org: TestOrganisation): Promise<void> {
  const hr = await org.as("hr");
  await hr.organisations.changeSettings({ ...(await hr.organisations.settings()), teamRegistration: "live" });
}

/** On the list of the unit itself: five who report to the leader, and the leader. */
async function putDirectly(org: TestOrganisation): Promise<void> {
  const hr = await org.as("hr");
  for (const name of ["Ash", "Bo", "Cy", "Di", "Ed"]) {
    await hr.members.add({ unitId: org.units.d1, name, email: `${name.toLowerCase()}@${org.slug}.example` });
  }
  await hr.members.add({ unitId: org.units.d1, name: "The leader", email: org.people.leader.email });
}

const namesOn = async (who: Caller, unitId: string) =>
  (await who.members.list({ unitId })).members.map(({ name }) => name).toSorted();

test("a leader makes the people who report to them a team, and has check, call, plan and help for it", async () => {
  await liveAtOnce(north);
  expect(await leader.calls.ledTeams()).toMatchObject([{ name: "Housing", team: null, call: null, waits: false }]);
  // Nothing of a supervisor is there before.
  await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.calls.page({}));

  const team = await leader.register.registerOwnTeam(ask(north));
  expect(team).toMatchObject({ waiting: false, supervisor: "leader", invitation: null });
  expect((await leader.register.unit({ unitId: team.id })).supervisors).toMatchObject([{ name: "leader" }]);
  const page = await leader.calls.page({});
  expect(page.teams.map(({ name }) => name)).toEqual(["Housing leadership team"]);

  const call = await leader.calls.check({
    teamId: team.id,
    signals: { U: 3, C: 0, I: 0, K: 0 },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  });
  expect(call.holds).toBe("lead");
  expect(await leader.calls.ledTeams()).toMatchObject([
    { team: { id: team.id, waiting: false }, call: { holds: "lead", expired: false } },
  ]);
  expect((await leader.plans.page({ teamId: team.id })).plan.call).toBe("lead");
  // Nobody answers their own request: it goes to whoever leads above.
  await alsoLeads(north);
  const help = await leader.help.ask({ teamId: team.id, question: "May we move the date?" });
  expect(help.at.name).toBe(`${north.slug} council`);
});

test("a leader of years is not new in post, and reads the unit, not the team inside it", async () => {
  await liveAtOnce(north);
  const { id } = await leader.register.registerOwnTeam(ask(north));
  // Leads since January 2026: eleven months in post, and a year later not new any more.
  const at = async (day: string) => (await north.as("leader", on(day))).plans.worthChecking({ teamId: id });
  expect(await at("2026-12-31")).toMatchObject({ detector: "new_without_backup" });
  expect(await at("2027-01-02")).toMatchObject({ detector: null, support: null });
  expect((await leader.results.overview()).roots).toMatchObject([{ name: "Housing" }]);
});

test("six weeks later the call has expired and the line says so", async () => {
  await liveAtOnce(north);
  const { id } = await leader.register.registerOwnTeam(ask(north));
  await leader.calls.check({
    teamId: id,
    signals: { U: 0, C: 0, I: 3, K: 0 },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  });
  const today = new Date().toISOString().slice(0, 10);
  const later = new Date(Date.parse(today) + 42 * 86_400_000).toISOString().slice(0, 10);
  expect(await (await north.as("leader", on(later))).calls.ledTeams()).toMatchObject([
    { call: { holds: "manage", expired: true } },
  ]);
});

test("asked again, also at the same moment, there is one team; a team that the leader runs already is that team", async () => {
  await liveAtOnce(north);
  const all = await Promise.all(
    [1, 2, 3].map(async () => (await north.as("leader")).register.registerOwnTeam(ask(north))),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  const [audit] = await asSuperuser(
    database,
    (sql) =>
      sql`select count(*)::int as n from audit_event where org_id = ${north.id} and action = 'team.register-own'`,
  );
  expect(audit?.n).toBe(1);

  const hr = await south.as("hr");
  const { email } = south.people.leader;
  await hr.register.nameSupervisor({ unitId: south.units.a2, email, name: null, replace: false });
  const theirs = await south.as("leader");
  expect(await theirs.calls.ledTeams()).toMatchObject([{ team: { id: south.units.a2, name: "Lettings" } }]);
  expect(await theirs.register.registerOwnTeam(ask(south))).toMatchObject({ id: south.units.a2 });
});

test("who stands directly in the unit goes along, and the leader does not", async () => {
  await liveAtOnce(north);
  await putDirectly(north);
  await putDirectly(south);
  expect(await leader.calls.ledTeams()).toMatchObject([{ people: 5 }]);
  const { id } = await leader.register.registerOwnTeam(ask(north));
  expect(await namesOn(leader, id)).toEqual(["Ash", "Bo", "Cy", "Di", "Ed"]);
  expect(await namesOn(leader, north.units.d1)).toEqual(["The leader"]);
  expect(await namesOn(await south.as("hr"), south.units.d1)).toHaveLength(6);
});

test("people stay where they are when the leader says so", async () => {
  await liveAtOnce(north);
  await putDirectly(north);
  const { id } = await leader.register.registerOwnTeam(ask(north, { takePeople: false }));
  expect(await namesOn(leader, id)).toEqual([]);
  expect(await namesOn(leader, north.units.d1)).toHaveLength(6);
});

test("while lists are being confirmed nobody is moved out of the wave", async () => {
  await liveAtOnce(north);
  await putDirectly(north);
  await launched(north);
  const before = await snapshot(database.superuserUrl);
  await expect(leader.register.registerOwnTeam(ask(north))).rejects.toThrow(/being confirmed/);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
  await leader.register.registerOwnTeam(ask(north, { takePeople: false }));
  expect(await namesOn(leader, north.units.d1)).toHaveLength(6);
});

test("where HR approves teams it waits, takes nobody along and gives no role until then", async () => {
  await putDirectly(north);
  const asked = await leader.register.registerOwnTeam(ask(north));
  expect(asked.waiting).toBe(true);
  expect(await leader.register.registerOwnTeam(ask(north))).toMatchObject({ id: asked.id, waiting: true });
  expect(await leader.calls.ledTeams()).toMatchObject([
    { team: { id: asked.id, waiting: true }, call: null, waits: true },
  ]);
  expect(await namesOn(leader, north.units.d1)).toHaveLength(6);
  await expectRefused(database.superuserUrl, "FORBIDDEN", () => leader.calls.page({}));
  await (await north.as("hr")).register.approveTeam({ unitId: asked.id });
  expect((await leader.calls.page({})).team).toMatchObject({ id: asked.id });
});

test.each(["hr", "branchHr"] as const)(
  "%s may register teams and leads none: refused, and nothing changes",
  async (who) => {
    const caller = await north.as(who);
    expect(await caller.calls.ledTeams()).toEqual([]);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.register.registerOwnTeam(ask(north)));
  },
);

test("a unit beside, a team, another organisation's unit and a deputy's unit are nobody's to take", async () => {
  const refuse = (unitId: string, code: "FORBIDDEN" | "NOT_FOUND") =>
    expectRefused(database.superuserUrl, code, () => leader.register.registerOwnTeam(ask(north, { unitId })));
  await refuse(north.units.d2, "NOT_FOUND");
  await refuse(south.units.d1, "NOT_FOUND");
  await refuse(north.units.a1, "FORBIDDEN");
  await asSuperuser(
    database,
    (sql) => sql`insert into role_assignment (org_id, person_id, role, unit_id, starts_on, ends_on, deputy_of)
      select org_id, ${north.people.nobody.personId}, role, unit_id, current_date, current_date + 7, id
      from role_assignment where org_id = ${north.id} and role = 'senior_leader'`,
  );
  const deputy = await north.as("nobody");
  expect(await deputy.calls.ledTeams()).toEqual([]);
  await expectRefused(database.superuserUrl, "FORBIDDEN", () => deputy.register.registerOwnTeam(ask(north)));
});
