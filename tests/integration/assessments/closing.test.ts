import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { roleAssignment } from "#db/schema/people.ts";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { recordMeasures } from "#server/modules/waves/index.ts";
import { openWaveIn, someFacts, someValues } from "../../factories/assessment.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

const rows = async (query: (sql: postgres.Sql) => Promise<postgres.Row[]>): Promise<postgres.Row[]> => {
  const sql = postgres(database.superuserUrl, { max: 1 });
  try {
    return await query(sql);
  } finally {
    await sql.end();
  }
};

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

/** A team under D2 with otherSupervisor as its supervisor. */
async function addTeam(org: TestOrganisation, code: string, headcount: number): Promise<string> {
  const id = randomUUID();
  await inTransaction({ orgId: org.id }, async (tx) => {
    const path = [org.units.root, org.units.d2, id];
    await tx.insert(unit).values({ orgId: org.id, id, code, name: `Team ${code}`, kind: "team", headcount, path });
    await tx
      .insert(unitPlacement)
      .values({ orgId: org.id, unitId: id, parentId: org.units.d2, startsOn: "2026-01-01" });
    await tx.insert(roleAssignment).values({
      orgId: org.id,
      personId: org.people.otherSupervisor.personId,
      role: "supervisor",
      unitId: id,
      startsOn: "2026-01-01",
    });
  });
  return id;
}

describe("after the wave has closed", () => {
  test("a save, a close and a note are refused with words, and nothing changes", async () => {
    const waveId = await openWaveIn(north, "Closed");
    const me = await north.as("supervisor");
    const input = { waveId, teamId: north.units.a1, basedOn: 0, values: someValues(3, 3) };
    await me.assessments.save(input);
    await (await north.as("hr")).waves.close({ waveId });
    const before = await snapshot(database.superuserUrl);
    const late = { ...input, basedOn: 1, values: someValues(1, 1) };
    const refusal = {
      code: "PRECONDITION_FAILED",
      message: "HR has closed this wave. What you typed is still here: copy what you want to keep.",
      cause: { detail: { closedAt: expect.any(String) } },
    };
    await expect(me.assessments.save(late)).rejects.toMatchObject(refusal);
    await expect(me.assessments.closePart({ ...late, part: 1 })).rejects.toMatchObject(refusal);
    await expect(
      me.assessments.saveNote({ waveId, teamId: north.units.a1, basedOn: null, note: "Late" }),
    ).rejects.toMatchObject(refusal);
    expect(await snapshot(database.superuserUrl)).toEqual(before);
    expect(await me.assessments.open({ teamId: north.units.a1 })).toMatchObject({ wave: null, joinedLater: false });
  });

  test("a team that joined after the opening waits for the next wave", async () => {
    const waveId = await openWaveIn(south, "Early");
    const teamId = await addTeam(south, "LATE", 6);
    const me = await south.as("otherSupervisor");
    expect(await me.assessments.open({ teamId })).toMatchObject({ wave: null, joinedLater: true });
    await expect(me.assessments.save({ waveId, teamId, basedOn: 0, values: someValues(3, 3) })).rejects.toMatchObject({
      message: "This team joined after the wave opened. It is part of the next one.",
    });
    await (await south.as("hr")).waves.close({ waveId });
  });
});

test("saves that race with the closing are in or refused, and what is in is counted", async () => {
  const waveId = await openWaveIn(north, "Race");
  const teamId = north.units.a1;
  const hr = await north.as("hr");
  const callers = await Promise.all(Array.from({ length: 12 }, () => north.as("supervisor")));
  const values = someValues(5, 1);
  const [closed, ...saves] = await Promise.allSettled([
    hr.waves.close({ waveId }),
    ...callers.map((c) => c.assessments.closePart({ waveId, teamId, basedOn: 0, values, part: 2 as const })),
  ]);
  expect(closed.status).toBe("fulfilled");
  const kept = saves.filter((s) => s.status === "fulfilled").length;
  for (const s of saves) if (s.status === "rejected") expect(s.reason).toMatchObject({ code: "PRECONDITION_FAILED" });
  const stored = await rows((sql) => sql`select id from assessment where wave_id = ${waveId}`);
  const measured = await rows((sql) => sql`select * from release_measure where wave_id = ${waveId}`);
  expect(stored).toHaveLength(kept > 0 ? 1 : 0);
  expect(measured).toHaveLength(kept > 0 ? 1 : 0);
});

describe("what closing stores", () => {
  test("teams of four or more, and units from five teams on; drafts and small teams are left out", async () => {
    const teams: string[] = [];
    for (let n = 1; n <= 5; n++) teams.push(await addTeam(north, `T${n}`, 10));
    const tiny = await addTeam(north, "TINY", 3);
    const waveId = await openWaveIn(north, "Counted");
    const me = await north.as("otherSupervisor");
    const facts = someFacts({ dueMilestones: 4, overdueMilestones: 1, arrivals: 10, closures: 5 });
    for (const [index, teamId] of [...teams, tiny].entries()) {
      const values = someValues(5 - (index % 5), 3, { facts });
      await me.assessments.closePart({ waveId, teamId, basedOn: 0, values, part: 2 });
      if (index < 4) await me.assessments.closePart({ waveId, teamId, basedOn: 1, values, part: 3 });
    }
    // A draft is its supervisor's until the part is closed; two answers on one side are too few.
    await (await north.as("supervisor")).assessments.save({
      waveId,
      teamId: north.units.a1,
      basedOn: 0,
      values: someValues(1, 1),
    });
    await me.assessments.closePart({
      waveId,
      teamId: north.units.b1,
      basedOn: 0,
      values: someValues(1, 1, { answers: [1, 1, null, null, null, 0, 1, 1, 1, 1, 1, 1] }),
      part: 2,
    });
    await (await north.as("hr")).waves.close({ waveId });
    const measured = await rows(
      (sql) =>
        sql`select unit_id, view, teams, engagement_risk as e, delivery_risk as d from release_measure where wave_id = ${waveId}`,
    );
    const of = (unitId: string, view: string) => measured.find((m) => m.unit_id === unitId && m.view === view);
    expect(of(teams[0]!, "supervisors")).toMatchObject({ teams: 1, e: 0, d: 50 });
    expect(of(teams[4]!, "supervisors")).toMatchObject({ teams: 1, e: 100, d: 50 });
    expect(of(north.units.d2, "supervisors")).toMatchObject({ teams: 5, e: 50, d: 50 });
    expect(of(north.units.root, "supervisors")).toMatchObject({ teams: 5, e: 50, d: 50 });
    expect(of(teams[0]!, "counted")).toMatchObject({ teams: 1, e: null, d: 37.5 });
    expect(of(north.units.d2, "counted")).toBeUndefined();
    for (const unitId of [tiny, north.units.a1, north.units.b1, north.units.d1]) {
      expect(of(unitId, "supervisors")).toBeUndefined();
    }
    expect(measured).toHaveLength(5 + 2 + 4);

    const before = await snapshot(database.superuserUrl);
    await asSystem("Test", "wave:run", north.id, (scope) => recordMeasures(scope, waveId));
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });
});
