import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { roleAssignment } from "#db/schema/people.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { openWaveIn, someFacts, someValues } from "../../factories/assessment.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let waveId: string;
let teamId: string;

const rows = async (query: (sql: postgres.Sql) => Promise<postgres.Row[]>): Promise<postgres.Row[]> => {
  const sql = postgres(database.superuserUrl, { max: 1 });
  try {
    return await query(sql);
  } finally {
    await sql.end();
  }
};
const audits = (action: string) =>
  rows((sql) => sql`select * from audit_event where org_id = ${north.id} and action = ${action}`);

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  waveId = await openWaveIn(north, "Autumn 2026");
  await openWaveIn(south, "Autumn 2026");
  teamId = north.units.a1;
  // A deputy is a supervisor for a while.
  await inTransaction({ orgId: north.id }, (tx) =>
    tx.insert(roleAssignment).values({
      orgId: north.id,
      personId: north.people.nobody.personId,
      role: "supervisor",
      unitId: teamId,
      startsOn: "2026-01-01",
    }),
  );
});

describe("a draft", () => {
  test("opens untouched, without a row", async () => {
    const form = await (await north.as("supervisor")).assessments.open({ teamId });
    expect(form).toMatchObject({
      team: { name: "Housing repairs" },
      wave: { id: waveId, label: "Autumn 2026" },
      revision: 0,
      small: false,
      parts: { part1: false, part2: false, part3: false },
      note: { text: "", savedAt: null },
      lastTime: null,
    });
    expect(form.values.answers).toEqual(Array(12).fill(null));
    expect(await rows((sql) => sql`select id from assessment`)).toHaveLength(0);
  });

  test("saves, comes back as it was, and a retry changes nothing", async () => {
    const me = await north.as("supervisor");
    const values = someValues(4, 3, {
      answers: [5, 4, null, 0, 2, 1, null, null, 3, 3, 3, 0],
      facts: someFacts({ dueMilestones: 4, overdueMilestones: 1, vacancies: 0 }),
    });
    const saved = await me.assessments.save({ waveId, teamId, basedOn: 0, values });
    expect(saved).toMatchObject({ revision: 1, parts: { part1: false } });
    const before = await snapshot(database.superuserUrl);
    expect(await me.assessments.save({ waveId, teamId, basedOn: 0, values })).toEqual(saved);
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    const form = await me.assessments.open({ teamId });
    expect(form.values).toEqual(values);
    expect(form.revision).toBe(1);
    const [audit] = await audits("assessment.save");
    expect(audit).toMatchObject({ subject: "Housing repairs", before: null, after: { revision: 1 } });
  });

  test("events are one row for each kind; what is taken back goes", async () => {
    const me = await north.as("supervisor");
    const { values, revision } = await me.assessments.open({ teamId });
    const two = [
      { kind: "new_policy", happenedOn: "2026-06-02" },
      { kind: "growing_backlog", happenedOn: "2026-10-10" },
    ] as const;
    const first = await me.assessments.save({
      waveId,
      teamId,
      basedOn: revision,
      values: { ...values, events: [...two] },
    });
    const stored = () =>
      rows((sql) => sql`select kind, happened_on::text from team_event where unit_id = ${teamId} order by kind`);
    expect(await stored()).toEqual([
      { kind: "growing_backlog", happened_on: "2026-10-10" },
      { kind: "new_policy", happened_on: "2026-06-02" },
    ]);
    // An event sets no flag.
    expect((await me.assessments.open({ teamId })).values.flags.backlog_growing).toBe(false);
    await me.assessments.save({ waveId, teamId, basedOn: first.revision, values: { ...values, events: [two[1]] } });
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    ["overdueMilestones", { facts: someFacts({ dueMilestones: 1, overdueMilestones: 2 }) }],
    ["new_policy", { events: [{ kind: "new_policy" as const, happenedOn: "2999-01-01" }] }],
  ])("a wrong %s is said at the field and nothing is stored", async (field, wrong) => {
    const me = await north.as("supervisor");
    const { revision } = await me.assessments.open({ teamId });
    const before = await snapshot(database.superuserUrl);
    await expect(
      me.assessments.save({ waveId, teamId, basedOn: revision, values: someValues(3, 3, wrong) }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST", cause: { detail: { fields: { [field]: expect.any(String) } } } });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("six answers too few, an answer of 6 and two dates of one kind are not in the expected form", async () => {
    const me = await north.as("supervisor");
    const wrong = [
      someValues(3, 3, { answers: Array(6).fill(3) }),
      someValues(6, 3),
      someValues(3, 3, { events: [1, 2].map((d) => ({ kind: "new_policy" as const, happenedOn: `2026-06-0${d}` })) }),
    ];
    for (const values of wrong) {
      await expect(me.assessments.save({ waveId, teamId, basedOn: 0, values })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
  });
});

describe("two editors", () => {
  test("the second gets both, who saved and when, and can combine", async () => {
    const [sam, deputy] = [await north.as("supervisor"), await north.as("nobody")];
    const { revision } = await sam.assessments.open({ teamId });
    const theirs = someValues(5, 5);
    const yours = someValues(1, 1);
    await sam.assessments.save({ waveId, teamId, basedOn: revision, values: theirs });
    const before = await snapshot(database.superuserUrl);
    await expect(deputy.assessments.save({ waveId, teamId, basedOn: revision, values: yours })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "supervisor changed this. Keep yours, keep theirs, or combine.",
      cause: { detail: { yours, theirs, revision: revision + 1, savedBy: "supervisor", savedAt: expect.any(String) } },
    });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    const combined = await deputy.assessments.save({
      waveId,
      teamId,
      basedOn: revision + 1,
      values: { ...theirs, answers: yours.answers },
    });
    expect(combined.revision).toBe(revision + 2);
  });

  test("many first saves at once make one assessment, and every other editor hears of it", async () => {
    const other = north.units.b1;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, async (_, n) =>
        (await north.as("otherSupervisor")).assessments.save({
          waveId,
          teamId: other,
          basedOn: 0,
          values: someValues((n % 5) + 1, 3, { signals: { U: n % 4, C: Math.floor(n / 4), I: 0, K: 0 } }),
        }),
      ),
    );
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    for (const o of outcomes) if (o.status === "rejected") expect(o.reason).toMatchObject({ code: "CONFLICT" });
    expect(await rows((sql) => sql`select id from assessment where team_id = ${other}`)).toHaveLength(1);
  });
});

describe("closing a part", () => {
  test("20 at once, a retry and the back button: one assessment, one audit row", async () => {
    const fresh = await makeOrganisation("fresh");
    const wave = await openWaveIn(fresh, "Autumn 2026");
    const input = { waveId: wave, teamId: fresh.units.a1, basedOn: 0, values: someValues(4, 2), part: 1 } as const;
    const calls = await Promise.all(
      Array.from({ length: 20 }, async () => (await fresh.as("supervisor")).assessments.closePart(input)),
    );
    expect(new Set(calls.map((c) => JSON.stringify(c))).size).toBe(1);
    expect(calls[0]).toMatchObject({ revision: 1, parts: { part1: true, part2: false, part3: false } });
    const later = await (await fresh.as("supervisor")).assessments.closePart(input);
    expect(later).toEqual(calls[0]);
    expect(await rows((sql) => sql`select id from assessment where org_id = ${fresh.id}`)).toHaveLength(1);
    const written = await rows(
      (sql) => sql`select action, after from audit_event where org_id = ${fresh.id} and action like 'assessment.%'`,
    );
    expect(written).toEqual([{ action: "assessment.close-part", after: { part: 1, revision: 1 } }]);
  });

  test("part 1 wants its four signals; nothing is stored before", async () => {
    const me = await north.as("supervisor");
    const { revision } = await me.assessments.open({ teamId });
    const values = someValues(3, 3, { signals: { U: 1, C: null, I: 0, K: null } });
    const before = await snapshot(database.superuserUrl);
    await expect(
      me.assessments.closePart({ waveId, teamId, basedOn: revision, values, part: 1 }),
    ).rejects.toMatchObject({ cause: { detail: { fields: { C: expect.any(String), K: expect.any(String) } } } });
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("a closed part can still be changed while the wave is open", async () => {
    const me = await north.as("supervisor");
    const { revision } = await me.assessments.open({ teamId });
    const closed = await me.assessments.closePart({
      waveId,
      teamId,
      basedOn: revision,
      values: someValues(2, 2),
      part: 2,
    });
    const changed = await me.assessments.save({ waveId, teamId, basedOn: closed.revision, values: someValues(4, 4) });
    expect(changed.parts).toEqual({ part1: false, part2: true, part3: false });
  });
});
