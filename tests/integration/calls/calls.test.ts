import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { CallBasis, type QuickCheck } from "#contracts/calls.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeCall } from "#server/modules/calls/make-call.ts";
import { withdrawRelease } from "#server/modules/releases/index.ts";
import { openWaveIn, someFacts, someValues } from "../../factories/assessment.ts";
import { callerFor, makeOrganisation, type TestOrganisation, type UnitName } from "../../factories/organisation.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";
import { publishedWave } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let autumn: string;
const at = (day: string) => ({ now: () => new Date(`${day}T10:00:00Z`) });
const TODAY = at("2026-11-24");
const appoint = (org: TestOrganisation, personId: string, unitId: string) =>
  inTransaction({ orgId: org.id }, (tx) =>
    tx.insert(roleAssignment).values({ orgId: org.id, personId, role: "supervisor", unitId, startsOn: "2026-01-01" }),
  );

function check(org: TestOrganisation, unit: UnitName, signals: Partial<QuickCheck["signals"]> = {}): QuickCheck {
  return {
    teamId: org.units[unit],
    signals: { U: 0, C: 0, I: 0, K: 0, ...signals },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  };
}

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  // "nobody" stands in at A1; otherSupervisor also has the small team B2. All teams of Housing reach the second pattern.
  await appoint(north, north.people.nobody.personId, north.units.a1);
  await appoint(north, north.people.otherSupervisor.personId, north.units.b2);
  autumn = await publishedWave(north, "Autumn 2026", "2026-09-30T12:00:00Z", {
    a1: people(12, 2, 4),
    a2: people(12, 4, 4),
    b1: people(12, 3, 3),
  });
});

describe("a check", () => {
  test("gives the call at once, from what the team said too", async () => {
    const me = await north.as("supervisor", TODAY);
    const call = await me.calls.check(check(north, "a1", { U: 2, I: 3 }));
    expect(call).toMatchObject({
      madeOn: "2026-11-24",
      expiresOn: "2027-01-05",
      expired: false,
      teamSide: "shown",
      holds: "lead_then_manage",
      made: {
        order: "Engagement risk is clearly the larger one, so meaning comes first.",
        secondOpinion: { meaning: { kind: "agree" }, structure: { kind: "only_you" } },
      },
    });
    expect(call.made.reasons).toHaveLength(3);
    expect(call.made.counterfactual.words).toMatch(/^It would (be|become) \*/);
  });

  test("and the page shows it again, with the answers to start the next check from", async () => {
    const page = await (await north.as("supervisor", TODAY)).calls.page({});
    expect(page.call).toMatchObject({ holds: "lead_then_manage", madeOn: "2026-11-24" });
    expect(page.last?.signals).toEqual({ U: 2, C: 0, I: 3, K: 0 });
    expect(page).toMatchObject({ team: { name: "Housing repairs" }, small: false, byOther: null, past: [] });
    expect(page.timeline).toEqual([{ call: "lead_then_manage", from: "2026-11-24", until: null, ended: "holds" }]);
  });

  test("a double click, at once and one after the other, makes one call", async () => {
    const count = async () =>
      (await inTransaction({ orgId: north.id }, (tx) => tx.select({ id: teamCall.id }).from(teamCall))).length;
    const before = await count();
    const one = check(north, "b1", { K: 2 });
    const callers = await Promise.all([1, 2, 3, 4].map(() => north.as("otherSupervisor", TODAY)));
    const calls = await Promise.all(callers.map((caller) => caller.calls.check(one)));
    expect(new Set(calls.map((call) => call.callId)).size).toBe(1);
    expect((await callers[0]!.calls.check(one)).callId).toBe(calls[0]!.callId);
    expect(await count()).toBe(before + 1);
  });

  test("what was known is kept, and the same words come out of it", async () => {
    const me = await north.as("supervisor", TODAY);
    const { call } = await me.calls.page({});
    const [kept] = await inTransaction({ orgId: north.id, personId: north.people.supervisor.personId }, (tx) =>
      tx.select().from(callPrivate).where(eq(callPrivate.callId, call!.callId)),
    );
    expect(kept?.basis.waveId).toBe(autumn);
    expect(makeCall(CallBasis.parse(kept?.basis))).toEqual(call?.made);
  });
});

describe("who makes and reads calls", () => {
  test.each(["hr", "branchHr", "leader", "member"] as const)("%s makes none and reads no page of one", async (who) => {
    const caller = await north.as(who);
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.calls.check(check(north, "a1")));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.calls.page({ teamId: north.units.a1 }));
  });

  test("another supervisor's team, another organisation's, a unit and a random id are the same miss", async () => {
    const me = await north.as("otherSupervisor");
    for (const teamId of [north.units.a1, south.units.b1, north.units.d2, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.calls.page({ teamId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.calls.check({ ...check(north, "a1"), teamId }));
    }
  });

  test("of signals, reasons and what was known nobody reads a row, by any query", async () => {
    const rowsFor = (personId: string | undefined, orgId = north.id) =>
      inTransaction({ orgId, ...(personId ? { personId } : {}) }, (tx) => tx.select().from(callPrivate));
    const { supervisor, otherSupervisor, hr, leader, nobody } = north.people;
    expect((await rowsFor(supervisor.personId)).map((row) => row.personId)).toEqual([supervisor.personId]);
    for (const other of [hr.personId, leader.personId, nobody.personId, undefined])
      expect(await rowsFor(other)).toEqual([]);
    expect(await rowsFor(supervisor.personId, south.id)).toEqual([]);
    await inTransaction({ orgId: north.id, personId: otherSupervisor.personId }, async (tx) => {
      const changed = await tx
        .update(callPrivate)
        .set({ reason: "x" })
        .where(eq(callPrivate.personId, supervisor.personId))
        .returning();
      expect(changed).toEqual([]);
    });
  });

  test("who stands in reads of it what the line reads, and makes a call of their own", async () => {
    const deputy = await north.as("nobody", TODAY);
    const page = await deputy.calls.page({ teamId: north.units.a1 });
    expect(page).toMatchObject({ call: null, past: [], last: null, byOther: { holds: "lead_then_manage" } });
    expect(Object.keys(page.byOther!).sort().join()).toBe("by,decidedOtherwise,expired,expiresOn,holds,madeOn");
  });

  test("the line and HR read which call holds, and nothing of why", async () => {
    for (const who of ["leader", "branchHr", "hr"] as const) {
      const below = await (await north.as(who, TODAY)).calls.below({ unitId: north.units.d1 });
      expect(below).toEqual({
        counts: [{ call: "lead_then_manage", teams: 1 }],
        without: 1,
        teams: [
          {
            id: north.units.a1,
            name: "Housing repairs",
            path: expect.any(Array),
            plan: null,
            call: {
              madeOn: "2026-11-24",
              expiresOn: "2027-01-05",
              expired: false,
              holds: "lead_then_manage",
              decidedOtherwise: false,
            },
          },
          { id: north.units.a2, name: "Lettings", path: expect.any(Array), call: null, plan: null },
        ],
      });
    }
  });

  test("an expired call holds no more and is counted as none", async () => {
    const below = await (await north.as("leader", at("2027-01-05"))).calls.below({ unitId: north.units.d1 });
    expect(below).toMatchObject({ counts: [], without: 2, teams: [{ call: { expired: true } }, { call: null }] });
  });

  test("another branch, another organisation and a supervisor read none of it", async () => {
    const leader = await north.as("leader");
    for (const unitId of [north.units.d2, north.units.root, south.units.d1, randomUUID()]) {
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => leader.calls.below({ unitId }));
    }
    const mine = await north.as("supervisor");
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => mine.calls.below({ unitId: north.units.a1 }));
    const mixed = await callerFor(north.people.hr.accountId, south.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => mixed.calls.below({ unitId: south.units.d1 }));
  });

  test("a team under four people looks to everybody above like one without a call, also in the counts", async () => {
    const hr = await north.as("hr", TODAY);
    const before = await hr.calls.below({ unitId: north.units.d2 });
    const mine = await north.as("otherSupervisor", TODAY);
    await mine.calls.check(check(north, "b2", { U: 3 }));
    expect(await mine.calls.page({ teamId: north.units.b2 })).toMatchObject({ small: true, call: { holds: "lead" } });
    expect(await hr.calls.below({ unitId: north.units.d2 })).toEqual(before);
    expect(await hr.calls.below({ unitId: north.units.b2 })).toEqual({
      counts: [],
      without: 0,
      teams: [{ id: north.units.b2, name: "Enforcement", path: expect.any(Array), call: null, plan: null }],
    });
  });
});

describe("deciding otherwise", () => {
  const SECRET = "Sam cannot take on more before Christmas.";

  test("the choice holds for everybody, the reason stays with its author and out of the trail", async () => {
    const me = await north.as("supervisor", TODAY);
    const { call } = await me.calls.page({});
    const decided = await me.calls.decide({ callId: call!.callId, choice: "manage", reason: SECRET });
    expect(decided).toMatchObject({
      holds: "manage",
      made: { call: "lead_then_manage" },
      decided: { choice: "manage", reason: SECRET, decidedOn: "2026-11-24" },
    });
    const seen = await (await north.as("leader", TODAY)).calls.below({ unitId: north.units.a1 });
    expect(seen.teams[0]?.call).toMatchObject({ holds: "manage", decidedOtherwise: true });
    const deputy = await (await north.as("nobody", TODAY)).calls.page({ teamId: north.units.a1 });
    for (const view of [seen, deputy]) expect(JSON.stringify(view)).not.toContain("Sam");
    const [trail] = await inTransaction({ orgId: north.id }, (tx) =>
      tx.execute<{ all: string }>(sql`select string_agg(a::text, ' ') as all from audit_event a`),
    );
    expect(trail?.all).toContain("call.decide");
    expect(trail?.all).not.toMatch(/Sam|lead_then_manage|signals/);
  });

  test("nobody decides another one's call", async () => {
    const { call } = await (await north.as("supervisor", TODAY)).calls.page({});
    const input = { callId: call!.callId, choice: "lead", reason: "Because." } as const;
    for (const who of ["nobody", "otherSupervisor"] as const) {
      const other = await north.as(who, TODAY);
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => other.calls.decide(input));
    }
    const me = await north.as("supervisor", TODAY);
    await expect(me.calls.decide({ ...input, reason: "  " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect((await north.as("supervisor", at("2027-02-01"))).calls.decide(input)).rejects.toThrow(
      /no longer holds/,
    );
  });

  test("the database itself changes nothing else of a call", () =>
    expect(inTransaction({ orgId: north.id }, (tx) => tx.update(teamCall).set({ call: "manage" }))).rejects.toThrow());
});

describe("in a wave", () => {
  test("closing part 1 makes the call without the team's side; closing part 2 opens it; the line waits", async () => {
    const waveId = await openWaveIn(north, "Winter 2026");
    const teamId = north.units.a1;
    const me = await north.as("supervisor", at("2026-11-30"));
    const values = someValues(3, 3, {
      signals: { U: 2, C: 0, I: 0, K: 3 },
      flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
    });
    const first = await me.assessments.closePart({ waveId, teamId, basedOn: 0, values, part: 1 });
    const early = (await me.calls.page({})).call!;
    expect(early).toMatchObject({ holds: "too_close_to_call", teamSide: "locked", madeOn: "2026-11-30" });
    // The earlier call does not give the team's side away either.
    const past = (await me.calls.page({})).past[0]!;
    expect(past).toMatchObject({ teamSide: "locked", made: { call: "lead_then_manage" } });
    expect(past.made.order).not.toMatch(/Engagement risk/);
    await me.calls.decide({ callId: early.callId, choice: "lead_then_manage", reason: "The move comes first." });

    const second = await me.assessments.closePart({ waveId, teamId, basedOn: first.revision, values, part: 2 });
    const later = (await me.calls.page({})).call!;
    expect(later).toMatchObject({ teamSide: "shown", holds: "lead_then_manage", decided: null });
    expect(later.made.secondOpinion.meaning.kind).toBe("agree");
    // Part 3, and the same again, make no further call.
    const facts = { ...values, facts: someFacts({ dueMilestones: 4, overdueMilestones: 4 }) };
    const third = await me.assessments.closePart({ waveId, teamId, basedOn: second.revision, values: facts, part: 3 });
    await me.assessments.closePart({ waveId, teamId, basedOn: third.revision, values: facts, part: 2 });
    expect((await me.calls.page({})).call?.callId).toBe(later.callId);

    const leader = await north.as("leader", at("2026-11-30"));
    const seen = async () => (await leader.calls.below({ unitId: teamId })).teams[0]?.call?.madeOn;
    expect(await seen()).toBe("2026-11-24");
    await (await north.as("hr")).waves.close({ waveId });
    expect(await seen()).toBe("2026-11-30");
  });

  test("a choice stays when part 2 brings more and the rule still says the same", async () => {
    const waveId = await openWaveIn(north, "Spring 2027");
    const teamId = north.units.b1;
    const me = await north.as("otherSupervisor", at("2027-03-01"));
    const values = someValues(5, 2, { signals: { U: 0, C: 0, I: 2, K: 0 } });
    const { revision } = await me.assessments.closePart({ waveId, teamId, basedOn: 0, values, part: 1 });
    const early = (await me.calls.page({ teamId })).call!;
    await me.calls.decide({ callId: early.callId, choice: "keep_the_rhythm", reason: "Two people come back." });
    await me.assessments.closePart({ waveId, teamId, basedOn: revision, values, part: 2 });
    const later = (await me.calls.page({ teamId })).call!;
    expect(later.callId).not.toBe(early.callId);
    expect(later).toMatchObject({ holds: "keep_the_rhythm", decided: { reason: "Two people come back." } });
    await (await north.as("hr")).waves.close({ waveId });
  });
});

test("withdrawn results leave nothing of themselves beside a call", async () => {
  const me = await north.as("supervisor", at("2027-04-01"));
  const made = await me.calls.check(check(north, "a1", { U: 2, I: 2 }));
  expect(made).toMatchObject({ teamSide: "shown" });
  const text = JSON.stringify(made);
  expect(text).toMatch(/Your team’s answers|You and your team agree/);
  await withdrawRelease(north.id, autumn, "The file was the wrong one.", "Test");
  const page = await me.calls.page({});
  expect(page.call).toMatchObject({ callId: made.callId, teamSide: "withdrawn", holds: made.holds });
  expect(JSON.stringify(page)).not.toMatch(
    /Your team’s answers|You and your team agree|Your team sees|clearly the larger one, so/,
  );
});
