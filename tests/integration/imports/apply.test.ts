import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runApply, runCheck, runExpire, runWithdraw } from "#server/modules/imports/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { answerRows, csv, plainOptions, upload } from "../../factories/import-file.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let hr: Caller;
let sql: postgres.Sql;
let day = 1;

/** Every wave closes on a day of its own. */
const options = (label: string, changes = {}) =>
  plainOptions({ label, closedOn: `2025-11-${String(day++).padStart(2, "0")}`, ...changes });

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => sql.end());
beforeEach(async () => {
  hr = await north.as("hr");
});

const PEOPLE = { A1: 12, A2: 9, B1: 8, B2: 3, D1: 6 };
const GOOD = csv(answerRows(PEOPLE));
const TOTAL = 38;
/** Looks like no time and no id, so that it is found only where an answer has leaked. */
const PLANTED = "377.377377";

const count = async (table: string, waveId: string) =>
  (await sql`select count(*)::int as n from ${sql(table)} where wave_id = ${waveId}`)[0]?.n as number;
const jobs = async (queue: string, id: string) =>
  (await sql`select count(*)::int as n from pgboss.job where name = ${queue} and data::text like ${`%${id}%`}`)[0]
    ?.n as number;

async function checked(bytes: Buffer, label: string, changes = {}) {
  const { importId } = await upload(hr, bytes);
  await hr.imports.choose({ importId, options: options(label, changes) });
  await runCheck({ orgId: north.id, importId });
  return { importId, view: await hr.imports.read({ importId }) };
}

async function applied(label: string) {
  const { importId } = await checked(GOOD, label);
  await hr.imports.confirm({ importId });
  await runApply({ orgId: north.id, importId });
  const view = await hr.imports.read({ importId });
  return { importId, waveId: view.waveId as string };
}

describe("from file to wave", () => {
  test("uploaded, suggested, checked, applied, published; the file is gone", async () => {
    const uploaded = await upload(hr, GOOD);
    expect(uploaded).toMatchObject({ status: "uploaded", report: { problem: null } });
    expect(uploaded.report.file).toMatchObject({ delimiter: ",", encoding: "utf-8", compressed: false });
    expect(uploaded.report.suggestion).toMatchObject({ unit: 1, respondent: 0, unitBy: "code", lowest: 1 });
    expect(uploaded.report.suggestion?.statements).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const { importId } = uploaded;
    expect(await jobs("import-expire", importId)).toBe(1);

    await hr.imports.choose({ importId, options: options("First") });
    expect(await jobs("import-check", importId)).toBe(1);
    expect((await hr.imports.read({ importId })).status).toBe("checking");
    await runCheck({ orgId: north.id, importId });
    const view = await hr.imports.read({ importId });
    expect(view.report.check).toMatchObject({
      respondents: TOTAL,
      counted: TOTAL,
      unitsMatched: 5,
      unitsWithout: 0,
      unitsTooSmall: 1,
      rowsWithErrors: 0,
      errors: [],
    });

    await hr.imports.confirm({ importId });
    expect(await jobs("import-apply", importId)).toBe(1);
    await runApply({ orgId: north.id, importId });
    const done = await hr.imports.read({ importId });
    expect(done).toMatchObject({ status: "applied", progress: 100, outcome: "publishing" });
    const waveId = done.waveId as string;
    expect(await jobs("release-wave", waveId)).toBe(1);
    expect(await count("sealed_response", waveId)).toBe(TOTAL);
    expect(await count("wave_unit", waveId)).toBe(7);
    expect(await sql`select 1 from import_chunk where import_id = ${importId}`).toHaveLength(0);

    expect(await publishRelease(north.id, waveId)).toMatchObject({ verdict: "passed", answers: TOTAL });
    expect(await hr.imports.read({ importId })).toMatchObject({ outcome: "published" });
    const root = await sql`select n from release_cell where wave_id = ${waveId} and kind = 'organisation'`;
    expect(root[0]?.n).toBe(TOTAL);
    const direct = await sql`select n from release_cell where wave_id = ${waveId} and direct`;
    expect(direct[0]?.n).toBe(6);
  });

  test("what was answered is what is sealed, and no id of a person stays", async () => {
    const rows = [
      ["secret-1", "A1", "1", "2", "3", "4", "5", "", "NA", "5", "4", "3", "2", "1"],
      ["secret-2", "a1 ", "4.0", " 2", "3", "4", "5", "1", "1", "5", "4", "3", "2", "1"],
    ];
    const { importId } = await checked(csv(rows), "Values");
    await hr.imports.confirm({ importId });
    await runApply({ orgId: north.id, importId });
    const waveId = (await hr.imports.read({ importId })).waveId as string;
    const stored = await sql`select d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6 from sealed_response where wave_id = ${waveId}`;
    const values = stored.map((r) => Object.values(r)).sort((a, b) => a[0] - b[0]);
    expect(values).toEqual([
      [1, 2, 3, 4, 5, null, 0, 5, 4, 3, 2, 1],
      [4, 2, 3, 4, 5, 1, 1, 5, 4, 3, 2, 1],
    ]);
    for (const table of ["import_job", "audit_event", "wave", "sealed_response"]) {
      expect(await sql`select 1 from ${sql(table)} t where t::text like '%secret-%'`).toHaveLength(0);
    }
  });

  test("a retried job imports nothing twice", async () => {
    const { importId, waveId } = await applied("Retried");
    await runApply({ orgId: north.id, importId });
    await runCheck({ orgId: north.id, importId });
    expect(await count("sealed_response", waveId)).toBe(TOTAL);
    expect(await jobs("release-wave", waveId)).toBe(1);
    const { importId: other } = await checked(GOOD, "At once");
    await hr.imports.confirm({ importId: other });
    await Promise.all([1, 2, 3].map(() => runApply({ orgId: north.id, importId: other })));
    const [row] = await sql`select count(*)::int as n from wave where label = 'At once'`;
    expect(row?.n).toBe(1);
  });

  test("one bad row and nothing is imported; told by row and column, never the value", async () => {
    const rows = answerRows(PEOPLE);
    rows[20]![5] = PLANTED;
    const { importId, view } = await checked(csv(rows), "Bad");
    expect(view.report.check).toMatchObject({
      rowsWithErrors: 1,
      errors: [{ row: 22, column: "D4", kind: "out_of_range" }],
      errorTotals: { out_of_range: 1 },
    });
    await expect(hr.imports.confirm({ importId })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    expect(await sql`select 1 from wave where label = 'Bad'`).toHaveLength(0);
    for (const table of ["import_job", "audit_event", "security_event"]) {
      expect(await sql`select 1 from ${sql(table)} t where t::text like ${`%${PLANTED}%`}`).toHaveLength(0);
    }
    expect(await sql`select 1 from pgboss.job j where j::text like ${`%${PLANTED}%`}`).toHaveLength(0);
  });

  test("failing half way leaves nothing behind", async () => {
    const { importId } = await checked(GOOD, "Half");
    await hr.imports.confirm({ importId });
    await sql`create function stop_half() returns trigger language plpgsql as $$
      begin if random() < 0.3 then raise exception 'stopped'; end if; return new; end $$`;
    await sql`create trigger stop_half before insert on sealed_response for each row execute function stop_half()`;
    try {
      await expect(runApply({ orgId: north.id, importId })).rejects.toThrow();
    } finally {
      await sql`drop trigger stop_half on sealed_response`;
      await sql`drop function stop_half()`;
    }
    expect(await sql`select 1 from wave where label = 'Half'`).toHaveLength(0);
    expect((await hr.imports.read({ importId })).status).toBe("applying");
    await runApply({ orgId: north.id, importId });
    expect((await hr.imports.read({ importId })).status).toBe("applied");
  });

  test("progress can be seen while the file is read", async () => {
    const { importId } = await upload(hr, GOOD, "answers.csv", 200);
    await hr.imports.choose({ importId, options: options("Progress") });
    const seen = new Set<number>();
    const look = setInterval(async () => {
      const [row] = await sql`select progress from import_job where id = ${importId}`;
      seen.add(row?.progress);
    }, 2);
    await runCheck({ orgId: north.id, importId });
    clearInterval(look);
    expect([...seen].some((p) => p > 0 && p < 100)).toBe(true);
  });

  test("units that went between check and import are told, and nothing is imported", async () => {
    const { importId } = await checked(GOOD, "Moved on");
    await hr.imports.confirm({ importId });
    await sql`update unit set status = 'closed' where org_id = ${north.id} and code = 'B2'`;
    await runApply({ orgId: north.id, importId });
    const view = await hr.imports.read({ importId });
    expect(view).toMatchObject({ status: "checked", report: { check: { errorTotals: { unknown_unit: 3 } } } });
    await sql`update unit set status = 'live' where org_id = ${north.id} and code = 'B2'`;
  });
});

describe("the wave it goes into", () => {
  test("a name that is taken, a day that is taken and a day to come are refused by field", async () => {
    await applied("Taken");
    const [made] = await sql`select closed_at from wave where label = 'Taken'`;
    const closedOn = (made!.closed_at as Date).toISOString().slice(0, 10);
    const { importId } = await upload(hr, GOOD);
    const choose = (changes: object) => hr.imports.choose({ importId, options: options("Other", changes) });
    for (const [changes, field] of [
      [{ label: "Taken" }, "label"],
      [{ closedOn }, "closedOn"],
      [{ closedOn: "2099-01-01" }, "closedOn"],
      [{ unit: 2 }, "D1"],
      [{ statements: new Array(12).fill(null) }, "D1"],
    ] as const) {
      const refusal = await choose(changes).then(
        () => null,
        (error) => error,
      );
      expect(refusal).toMatchObject({ code: "BAD_REQUEST" });
      expect(Object.keys(refusal.cause.detail.fields)).toContain(field);
    }
    expect((await hr.imports.read({ importId })).status).toBe("uploaded");
    await hr.imports.discard({ importId });
  });

  test("two imports into one name at once: one is made, the other is told", async () => {
    const [one, two] = [await checked(GOOD, "Race"), await checked(GOOD, "Race", { closedOn: "2024-05-05" })];
    for (const { importId } of [one, two]) await hr.imports.confirm({ importId });
    await Promise.all([one, two].map(({ importId }) => runApply({ orgId: north.id, importId })));
    const states = await Promise.all([one, two].map(({ importId }) => hr.imports.read({ importId })));
    expect(states.map((s) => s.status).sort()).toEqual(["applied", "checked"]);
    expect(states.find((s) => s.status === "checked")?.report.problem).toMatch(/already/);
  });
});

describe("taking it back", () => {
  test("withdrawn with a reason: unreadable, answers deleted, the name is free again", async () => {
    const { importId, waveId } = await applied("Wrong");
    await publishRelease(north.id, waveId);
    await expect(hr.imports.withdraw({ importId, reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await hr.imports.withdraw({ importId, reason: "The wrong year" });
    await runWithdraw({ orgId: north.id, importId });
    await runWithdraw({ orgId: north.id, importId });
    expect(await hr.imports.read({ importId })).toMatchObject({ status: "withdrawn", outcome: "withdrawn" });
    expect(await count("sealed_response", waveId)).toBe(0);
    const [release] = await sql`select status, withdrawn_reason from release where wave_id = ${waveId}`;
    expect(release).toMatchObject({ status: "withdrawn", withdrawn_reason: "The wrong year" });
    const [wave] = await sql`select label, status from wave where id = ${waveId}`;
    expect(wave).toMatchObject({ label: "Wrong (withdrawn)", status: "withdrawn" });
    await expect(hr.imports.withdraw({ importId, reason: "again" })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    const again = await applied("Wrong");
    expect(await publishRelease(north.id, again.waveId)).toMatchObject({ verdict: "passed" });
  });

  test("an import withdrawn before its release was made is never published", async () => {
    const { importId, waveId } = await applied("Early");
    await hr.imports.withdraw({ importId, reason: "The wrong year" });
    await expect(publishRelease(north.id, waveId)).rejects.toMatchObject({ kind: "refused" });
    await runWithdraw({ orgId: north.id, importId });
    expect(await sql`select 1 from release where wave_id = ${waveId}`).toHaveLength(0);
  });
});

describe("files do not stay", () => {
  test("discarded at once, expired after a day, whatever their state", async () => {
    const one = await upload(hr, GOOD);
    await hr.imports.discard({ importId: one.importId });
    const two = await checked(GOOD, "Expiring");
    await runExpire({ orgId: north.id, importId: two.importId });
    for (const [importId, status] of [
      [one.importId, "discarded"],
      [two.importId, "expired"],
    ] as const) {
      expect(await hr.imports.read({ importId })).toMatchObject({ status });
      expect(await sql`select 1 from import_chunk where import_id = ${importId}`).toHaveLength(0);
      await expect(hr.imports.confirm({ importId })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    }
    const { importId } = await applied("Stays");
    await runExpire({ orgId: north.id, importId });
    expect(await hr.imports.read({ importId })).toMatchObject({ status: "applied" });
  });

  test("another organisation is untouched by all of this", async () => {
    const rows = await sql`select 1 from wave where org_id = ${south.id}`;
    expect(rows).toHaveLength(0);
    expect(Object.keys(await snapshot(database.superuserUrl))).toContain("import_job");
  });
});
