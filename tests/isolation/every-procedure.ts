import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "#db/inventory.ts";
import { type Everything, makeEverything } from "../factories/everything.ts";
import { makeOrganisation, type PersonaName, type TestOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";
import { fill, idPaths, type ProcedureCase, procedureCases, unknownId, withId } from "./inputs.ts";

/** Words that a schema cannot tell: names of properties whose value has to make sense. */
const VALUES: Record<string, unknown> = {
  name: "A new name",
  label: "A new wave",
  code: "NEW-1",
  email: "new@north.example",
  supervisorEmail: "new.supervisor@north.example",
  slug: "another-place",
  startsOn: "2026-11-01",
  endsOn: "2026-11-20",
  from: "2026-11-01",
  to: "2026-11-20",
  happenedOn: "2026-11-01",
  closedOn: "2026-10-01",
  cursor: null,
  reason: "A reason",
  action: "wave.open",
  zone: "Europe/London",
  by: "2027-01-05",
  decidedOn: "2026-11-01",
  year: 2025,
  opensAt: "2027-01-05T09:00",
  closesAt: "2027-01-19T17:00",
  deletesOn: "2029-01-19",
  welsh: [],
  locals: [],
  extra: null,
  k: 5,
  signals: { U: 2, C: 0, I: 3, K: 1 },
  choice: "lead",
  dueOn: null,
  lastHeldOn: "2026-11-01",
  lastContactOn: "2026-11-01",
  firstTrainingOn: "2026-10-01",
  secondTrainingOn: null,
  lastCheckInOn: null,
  hash: "0".repeat(64),
};

/** The grades of a file are words too. */
const valuesFor = (path: string): Record<string, unknown> =>
  path.startsWith("imports.") ? VALUES : { ...VALUES, words: "Ten of us" };

/** The input did not fit its schema, so nothing was proven: teach `VALUES` its words. */
const UNFIT = /^(INTERNAL|BAD_REQUEST \[)/;

/**
 * Every procedure of the router, called in north with one id of south at a time, the others being north's own (mixed
 * ids): it must answer as for an id that does not exist, show nothing of south and change nothing there. A new procedure
 * is in it at once; one whose input cannot be filled fails until `VALUES` knows its words.
 *
 * @param prepare changes the database once both organisations are in it
 */
export async function isolateProcedures(prepare?: (superuser: postgres.Sql) => Promise<void>): Promise<void> {
  const database = useDatabase();
  const CASES = (await procedureCases()).filter(
    (c) => c.permission !== undefined && !c.permission.startsWith("installation:"),
  );

  let north: TestOrganisation;
  let south: TestOrganisation;
  let rows: { north: Everything; south: Everything };
  let superuser: postgres.Sql;
  let southIds: string[];

  beforeAll(async () => {
    north = await makeOrganisation("north");
    south = await makeOrganisation("south");
    rows = { north: await makeEverything(north), south: await makeEverything(south) };
    superuser = postgres(database.superuserUrl, { max: 2 });
    southIds = await idsOf(south);
    await prepare?.(superuser);
  });
  afterAll(() => superuser.end());

  async function idsOf(org: TestOrganisation): Promise<string[]> {
    const ids: string[] = [org.id];
    for (const [table, entry] of Object.entries(TABLES)) {
      if (entry.kind !== "tenant") continue;
      const found = await superuser.unsafe(`select to_jsonb(t)->>'id' as id from ${table} t where org_id = $1`, [
        org.id,
      ]);
      ids.push(...found.map((r) => r.id as string).filter(Boolean));
    }
    return ids;
  }

  async function contentOf(org: TestOrganisation): Promise<Record<string, string>> {
    const content: Record<string, string> = {};
    for (const [table, entry] of Object.entries(TABLES)) {
      if (entry.kind !== "tenant") continue;
      const [row] = await superuser.unsafe(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${table} t where org_id = $1`,
        [org.id],
      );
      content[table] = row?.hash as string;
    }
    return content;
  }

  /** What is done to a pulse that is still a plan. */
  const PLANNED = new Set(
    [
      "waves.edit",
      "waves.rename",
      "waves.remove",
      "waves.launch",
      "waves.group",
      "waves.ungroup",
      "waves.pulse",
    ].concat(["waves.cost", "members.propose", "members.agree"]),
  );

  /** An id of the given organisation for a property of this name. */
  function ownId(path: string, name: string, org: TestOrganisation, all: Everything, assignmentId: string): string {
    if (/wave/i.test(name) && /^assessments|waves.close/.test(path)) return all.openWaveId;
    if (/wave/i.test(name) && path === "waves.open") return all.draftWaveId;
    if (/wave/i.test(name) && PLANNED.has(path)) return all.plannedWaveId;
    if (/group/i.test(name)) return all.groupId;
    if (/member/i.test(name)) return all.memberId;
    if (/link/i.test(name)) return all.linkId;
    if (/note/i.test(name)) return all.noteId;
    if (/wave/i.test(name)) return all.publishedWaveId;
    if (/person|actor/i.test(name)) return org.people.member.personId;
    if (/import/i.test(name)) return all.importId;
    if (/help/i.test(name)) return all.helpId;
    if (/decision/i.test(name)) return all.decisionId;
    if (/call/i.test(name)) return all.callId;
    if (/action/i.test(name)) return all.actionId;
    if (/run/i.test(name)) return all.runId;
    if (/waiting/i.test(name)) return all.waitingId;
    if (/priority/i.test(name)) return all.priorityId;
    if (/owner/i.test(name)) return org.people.supervisor.personId;
    if (/assessment/i.test(name)) return all.assessmentId;
    if (/assignment|deputyOf/i.test(name)) return assignmentId;
    if (/team/i.test(name)) return org.units.a1;
    return org.units.d1;
  }

  async function assignmentOf(org: TestOrganisation): Promise<string> {
    const [row] = await superuser`select id from role_assignment where org_id = ${org.id} and role = 'member'`;
    return row?.id as string;
  }

  const SUPERVISORS = /^(?:assessment:fill|call:make|plan:run|help:ask|decision:write)$/;
  const LEADERS = /^(?:help:answer|priority:state)$/;
  const personaOf = (c: ProcedureCase): PersonaName =>
    SUPERVISORS.test(c.permission ?? "") ? "supervisor" : LEADERS.test(c.permission ?? "") ? "leader" : "hr";

  /** Calls a procedure by its dotted path; returns what it answered or the error's code and message. */
  async function call(persona: PersonaName, path: string, input: unknown): Promise<{ ok: boolean; text: string }> {
    const caller = (await north.as(persona)) as unknown as Record<
      string,
      Record<string, (i: unknown) => Promise<unknown>>
    >;
    const [area, name] = path.split(".") as [string, string];
    try {
      return { ok: true, text: JSON.stringify((await caller[area]?.[name]?.(input)) ?? null) };
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return { ok: false, text: `${code} ${message}` };
    }
  }

  const WITH_IDS = CASES.flatMap((c) => idPaths(c.schema).map((path) => ({ name: `${c.path} by ${path}`, c, path })));

  describe("one foreign id is as unknown as a random one", () => {
    test.each(WITH_IDS)("$name", async ({ c, path }) => {
      const [northAssignment, southAssignment] = [await assignmentOf(north), await assignmentOf(south)];
      const own = fill(c.schema!, valuesFor(c.path), (name) => ownId(c.path, name, north, rows.north, northAssignment));
      const foreign = ownId(c.path, path.split(".").at(-1)!, south, rows.south, southAssignment);
      const before = [await contentOf(north), await contentOf(south)];

      const withForeign = await call(personaOf(c), c.path, withId(own, path, foreign));
      const after = [await contentOf(north), await contentOf(south)];
      const withRandom = await call(personaOf(c), c.path, withId(own, path, unknownId()));

      expect(withForeign.text).not.toMatch(UNFIT);
      expect(after[1]).toEqual(before[1]);
      if (!withForeign.ok) expect(after[0]).toEqual(before[0]);
      expect(withForeign).toEqual(withRandom);
      for (const id of southIds) expect(withForeign.text).not.toContain(id);
    });
  });

  describe("without naming a row, nothing of another organisation is shown or changed", () => {
    const PLAIN = CASES.filter((c) => idPaths(c.schema).length === 0);
    test.each(PLAIN.map((c) => ({ name: c.path, c })))("$name", async ({ c }) => {
      const before = await contentOf(south);
      const answer = await call(
        personaOf(c),
        c.path,
        c.schema ? fill(c.schema, valuesFor(c.path), unknownId) : undefined,
      );
      expect(answer.text).not.toMatch(UNFIT);
      expect(answer.text.toLowerCase()).not.toContain("south");
      for (const id of southIds) expect(answer.text).not.toContain(id);
      expect(await contentOf(south)).toEqual(before);
    });
  });
}
