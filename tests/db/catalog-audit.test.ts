import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditCatalog } from "#db/catalog-audit.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let sql: postgres.Sql;

beforeAll(() => {
  sql = postgres(database.superuserUrl, { max: 5, onnotice: () => {} });
});
afterAll(() => sql.end());

test("the migrated database has no breach", async () => {
  expect(await auditCatalog(sql)).toEqual([]);
});

/** Each plants one breach and takes it back; the audit must name it. */
const PLANTED: [name: string, plant: string, undo: string, expected: RegExp][] = [
  [
    "row-level security off",
    "alter table person disable row level security",
    "alter table person enable row level security",
    /switched off/,
  ],
  [
    "not forced",
    "alter table wave no force row level security",
    "alter table wave force row level security",
    /does not force/,
  ],
  [
    "no tenant policy",
    "drop policy tenant on unit",
    "create policy tenant on unit as restrictive for all to public using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()))",
    /no tenant policy/,
  ],
  ["unknown table", "create table stray (id int)", "drop table stray", /not in the inventory/],
  ["view without security_invoker", "create view peek as select * from person", "drop view peek", /security_invoker/],
  [
    "materialised view",
    "create materialized view peek as select 1 as one",
    "drop materialized view peek",
    /materialised/,
  ],
  [
    "definer without search_path",
    "create function app.peek() returns int language sql security definer as 'select 1'",
    "drop function app.peek()",
    /search_path/,
  ],
  [
    "definer that the app may call",
    "create function app.peek() returns int language sql security definer set search_path = pg_catalog as 'select 1'",
    "drop function app.peek()",
    /open to the app role/,
  ],
  [
    "unique key across organisations",
    "create unique index stray_key on person (email)",
    "drop index stray_key",
    /does not begin with org_id/,
  ],
  ["role that bypasses", "alter role bearing_vault bypassrls", "alter role bearing_vault nobypassrls", /bypasses/],
];

describe("a planted breach is named", () => {
  test.each(PLANTED)("%s", async (_name, plant, undo, expected) => {
    await sql.unsafe(plant);
    try {
      const found = await auditCatalog(sql);
      expect(found.map((b) => b.breach).join("\n")).toMatch(expected);
    } finally {
      await sql.unsafe(undo);
    }
    expect(await auditCatalog(sql)).toEqual([]);
  });
});
