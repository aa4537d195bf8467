import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentNote } from "#db/schema/assessments.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { openWaveIn, someFacts, someValues } from "../../factories/assessment.ts";
import { callerFor, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let waveId: string;
let abroad: string;

const SECRET = "Sam is worried about the move.";
const values = someValues(4, 2, {
  facts: someFacts({ dueMilestones: 4, overdueMilestones: 1, arrivals: 10, closures: 5 }),
});

const appoint = (org: TestOrganisation, personId: string, unitId: string) =>
  inTransaction({ orgId: org.id }, (tx) =>
    tx.insert(roleAssignment).values({ orgId: org.id, personId, role: "supervisor", unitId, startsOn: "2026-01-01" }),
  );

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  waveId = await openWaveIn(north, "Autumn 2026");
  abroad = await openWaveIn(south, "Autumn 2026");
  // "nobody" stands in for the supervisor of A1; otherSupervisor also has the small team B2.
  await appoint(north, north.people.nobody.personId, north.units.a1);
  await appoint(north, north.people.otherSupervisor.personId, north.units.b2);
});

describe("who fills in", () => {
  test.each(["hr", "branchHr", "leader", "member"] as const)("%s may not", async (who) => {
    const caller = await north.as(who);
    const teamId = north.units.a1;
    const input = { waveId, teamId, basedOn: 0, values };
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.assessments.open({ teamId }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.assessments.due({}));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.assessments.save(input));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.assessments.closePart({ ...input, part: 1 }));
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      caller.assessments.saveNote({ waveId, teamId, basedOn: null, note: SECRET }),
    );
  });

  test("another supervisor's team, another organisation's team, a unit and a random id are the same miss", async () => {
    const me = await north.as("otherSupervisor");
    for (const teamId of [north.units.a1, south.units.b1, north.units.d2, randomUUID()]) {
      const input = { waveId, teamId, basedOn: 0, values };
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.assessments.open({ teamId }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.assessments.save(input));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.assessments.closePart({ ...input, part: 2 }));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
        me.assessments.saveNote({ waveId, teamId, basedOn: null, note: SECRET }),
      );
    }
  });

  test("the own team in another organisation's wave, or in a random one, is a miss too", async () => {
    const me = await north.as("otherSupervisor");
    const teamId = north.units.b1;
    for (const elsewhere of [abroad, randomUUID()]) {
      const input = { waveId: elsewhere, teamId, basedOn: 0, values };
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.assessments.save(input));
      await expectRefused(database.superuserUrl, "NOT_FOUND", () => me.assessments.closePart({ ...input, part: 1 }));
    }
    const mixed = await callerFor(north.people.supervisor.accountId, south.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      mixed.assessments.save({ waveId: abroad, teamId: south.units.a1, basedOn: 0, values }),
    );
  });

  test("what is due lists own teams only", async () => {
    expect((await (await north.as("supervisor")).assessments.due({})).teams.map((t) => t.name)).toEqual([
      "Housing repairs",
    ]);
    expect((await (await north.as("otherSupervisor")).assessments.due({})).teams.map((t) => t.name)).toEqual([
      "Applications",
      "Enforcement",
    ]);
  });
});

describe("the private note", () => {
  const teamOf = () => north.units.a1;

  test("is its author's alone: not the deputy's, and not by a raw query", async () => {
    const me = await north.as("supervisor");
    const saved = await me.assessments.saveNote({ waveId, teamId: teamOf(), basedOn: null, note: SECRET });
    expect((await me.assessments.open({ teamId: teamOf() })).note).toEqual({ text: SECRET, savedAt: saved.savedAt });
    expect((await (await north.as("nobody")).assessments.open({ teamId: teamOf() })).note.text).toBe("");

    const asPerson = (personId: string | undefined) =>
      inTransaction({ orgId: north.id, ...(personId ? { personId } : {}) }, (tx) => tx.select().from(assessmentNote));
    expect(await asPerson(north.people.supervisor.personId)).toHaveLength(1);
    for (const other of [north.people.hr, north.people.leader, north.people.nobody]) {
      expect(await asPerson(other.personId)).toEqual([]);
    }
    expect(await asPerson(undefined)).toEqual([]);
    await inTransaction({ orgId: north.id, personId: north.people.hr.personId }, async (tx) => {
      const changed = await tx
        .update(assessmentNote)
        .set({ note: "x" })
        .where(eq(assessmentNote.orgId, north.id))
        .returning();
      const removed = await tx.delete(assessmentNote).where(eq(assessmentNote.orgId, north.id)).returning();
      expect([changed, removed]).toEqual([[], []]);
    });
  });

  test("is nowhere in the audit trail", async () => {
    const audit = await inTransaction({ orgId: north.id }, (tx) =>
      tx.execute<{ all: string }>(sql`select string_agg(a::text, ' ') as all from audit_event a`),
    );
    expect(audit[0]?.all).toContain("assessment.save-note");
    expect(audit[0]?.all).not.toContain("worried");
  });

  test("two windows of one person: the second gets both texts", async () => {
    const me = await north.as("supervisor");
    await expect(
      me.assessments.saveNote({ waveId, teamId: teamOf(), basedOn: null, note: "Other words." }),
    ).rejects.toMatchObject({ code: "CONFLICT", cause: { detail: { yours: "Other words.", theirs: SECRET } } });
    // The same text again is no change, from whatever it was typed over.
    await me.assessments.saveNote({ waveId, teamId: teamOf(), basedOn: null, note: SECRET });
  });
});

describe("what the line and HR see", () => {
  test("nothing while the wave is open", async () => {
    const me = await north.as("supervisor");
    const { revision } = await me.assessments.open({ teamId: north.units.a1 });
    const one = await me.assessments.closePart({
      waveId,
      teamId: north.units.a1,
      basedOn: revision,
      values: { ...values, answers: [4, 4, 4, 4, 4, 4, 3, 3, 3, 0, null, null] },
      part: 2,
    });
    const closing = { waveId, teamId: north.units.a1, basedOn: one.revision };
    const given = (await me.assessments.open({ teamId: north.units.a1 })).values;
    await me.assessments.closePart({ ...closing, values: given, part: 1 });
    await me.assessments.closePart({ ...closing, values: given, part: 3 });
    const small = await north.as("otherSupervisor");
    await small.assessments.closePart({ waveId, teamId: north.units.b2, basedOn: 0, values, part: 2 });
    const draft = await north.as("otherSupervisor");
    await draft.assessments.save({ waveId, teamId: north.units.b1, basedOn: 0, values });
    for (const who of ["leader", "hr"] as const) {
      const caller = await north.as(who);
      expect(await caller.assessments.read({ waveId, teamId: north.units.a1 })).toEqual({ state: "open" });
    }
  });

  test("after it has closed: risks, flags, events and facts, and never more", async () => {
    await (await north.as("hr")).waves.close({ waveId });
    for (const who of ["leader", "branchHr", "hr"] as const) {
      const seen = await (await north.as(who)).assessments.read({ waveId, teamId: north.units.a1 });
      expect(seen).toEqual({
        state: "given",
        risks: { engagement: 25, delivery: 50 },
        flags: values.flags,
        events: values.events,
        facts: values.facts,
      });
      expect(JSON.stringify(seen)).not.toMatch(/answers|signal|note|worried/);
    }
  });

  test("of a small team nothing, not even whether there is one; of a draft as if there were none", async () => {
    const hr = await north.as("hr");
    expect(await hr.assessments.read({ waveId, teamId: north.units.b2 })).toEqual({ state: "not_shown" });
    expect(await hr.assessments.read({ waveId, teamId: north.units.b1 })).toEqual({ state: "none" });
    expect(await hr.assessments.read({ waveId, teamId: north.units.a2 })).toEqual({ state: "none" });
  });

  test("the line of another branch, a supervisor and another organisation do not see it", async () => {
    const leader = await north.as("leader");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      leader.assessments.read({ waveId, teamId: north.units.b1 }),
    );
    const supervisor = await north.as("supervisor");
    await expectRefused(database.superuserUrl, "FORBIDDEN", () =>
      supervisor.assessments.read({ waveId, teamId: north.units.a1 }),
    );
    const elsewhere = await south.as("hr");
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      elsewhere.assessments.read({ waveId, teamId: north.units.a1 }),
    );
    await expectRefused(database.superuserUrl, "NOT_FOUND", () =>
      elsewhere.assessments.read({ waveId: abroad, teamId: north.units.a1 }),
    );
  });

  test("whoever has the team next does not see what was seen before them, only its numbers", async () => {
    const [team] = (await (await north.as("nobody")).assessments.due({})).teams;
    expect(team).toMatchObject({ teamId: north.units.a1, given: [] });
  });

  test("the supervisor finds it again, and its numbers next time", async () => {
    const me = await north.as("supervisor");
    const [team] = (await me.assessments.due({})).teams;
    expect(team).toMatchObject({
      due: null,
      given: [{ label: "Autumn 2026", risks: { engagement: 25, delivery: 50 } }],
    });
    await openWaveIn(north, "Winter 2026");
    const form = await me.assessments.open({ teamId: north.units.a1 });
    expect(form).toMatchObject({ revision: 0, lastTime: { label: "Autumn 2026", facts: values.facts } });
    expect(form.values.facts.arrivals).toBeNull();
  });
});
