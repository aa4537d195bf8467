import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "#db/inventory.ts";
import { makeEverything } from "../factories/everything.ts";
import { makeOrganisation, type TestOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";
import { snapshot } from "../support/snapshot.ts";

const database = useDatabase();
const TENANT_TABLES = Object.entries(TABLES)
  .filter(([, entry]) => entry.kind === "tenant")
  .map(([name]) => name);

let north: TestOrganisation;
let south: TestOrganisation;
let app: postgres.Sql;
let superuser: postgres.Sql;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  await makeEverything(north);
  await makeEverything(south);
  app = postgres(database.urls.app, { max: 2 });
  superuser = postgres(database.superuserUrl, { max: 2 });
});
afterAll(() => Promise.all([app.end(), superuser.end()]));

/** Runs a statement as the app role with the tenant and a person of north set. */
const inNorth = (text: string, values: unknown[] = []) =>
  app.begin(async (sql) => {
    await sql`select set_config('app.org_id', ${north.id}, true), set_config('app.person_id', ${north.people.supervisor.personId}, true)`;
    return sql.unsafe(text, values as never[]);
  });

/** Permission denied, or a violated row policy: both are 42501. */
const REFUSED = { code: "42501" };

describe.each(TENANT_TABLES)("%s", (table) => {
  test("holds rows of both organisations, or this test proves nothing", async () => {
    const rows = await superuser.unsafe(`select org_id, count(*)::int as n from ${table} group by 1`);
    expect(rows.map((r) => r.org_id).toSorted()).toEqual([north.id, south.id].toSorted());
  });

  test("shows none of another organisation's rows, whatever the query says", async () => {
    const seen = await inNorth(`select count(*)::int as n from ${table} where org_id = $1`, [south.id]).catch((e) => e);
    if (seen instanceof Error) expect(seen).toMatchObject(REFUSED);
    else expect(seen[0]?.n).toBe(0);
  });

  test("neither changes nor deletes them", async () => {
    const before = await snapshot(database.superuserUrl);
    for (const text of [
      `update ${table} set org_id = org_id where org_id = $1`,
      `delete from ${table} where org_id = $1`,
    ]) {
      const done = await inNorth(text, [south.id]).catch((e) => e);
      if (done instanceof Error) expect(done).toMatchObject(REFUSED);
      else expect(done.count).toBe(0);
    }
    expect(await snapshot(database.superuserUrl)).toEqual(before);
  });

  test("takes no row for another organisation", async () => {
    const [row] = await superuser.unsafe(`select to_jsonb(t) as row from ${table} t where org_id = $1 limit 1`, [
      south.id,
    ]);
    await expect(
      inNorth(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [row?.row]),
    ).rejects.toMatchObject(REFUSED);
  });

  test("raises without a tenant instead of answering with nothing", async () => {
    const answer = await app.unsafe(`select * from ${table} limit 1`).catch((e) => e);
    expect(answer).toBeInstanceOf(Error);
    expect(["28000", "42501"]).toContain((answer as { code: string }).code);
  });
});

describe("a reference across organisations cannot be stored, not even by a superuser", () => {
  test("a placement under another organisation's unit", async () => {
    await expect(
      superuser`insert into unit_placement (org_id, unit_id, parent_id, starts_on, ends_on) values (${north.id}, ${north.units.a1}, ${south.units.d1}, '2025-11-01', '2025-11-02')`,
    ).rejects.toMatchObject({ code: "23503" });
  });

  test("a role for another organisation's person", async () => {
    await expect(
      superuser`insert into role_assignment (org_id, person_id, role, unit_id, starts_on) values (${north.id}, ${south.people.hr.personId}, 'hr_admin', ${north.units.root}, '2026-11-01')`,
    ).rejects.toMatchObject({ code: "23503" });
  });
});

test("the tenant of one request does not stay on the pooled connection", async () => {
  const one = postgres(database.urls.app, { max: 1 });
  try {
    await one.begin((sql) => sql`select set_config('app.org_id', ${north.id}, true)`);
    await expect(one`select * from person`).rejects.toMatchObject({ code: "28000" });
  } finally {
    await one.end();
  }
});

test("a private note is its author's alone, also inside the organisation", async () => {
  const asOther = await app.begin(async (sql) => {
    await sql`select set_config('app.org_id', ${north.id}, true), set_config('app.person_id', ${north.people.hr.personId}, true)`;
    return sql`select * from assessment_note`;
  });
  expect(asOther).toHaveLength(0);
  expect(await inNorth("select * from assessment_note")).toHaveLength(1);
});
