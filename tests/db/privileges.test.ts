import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let sql: postgres.Sql;

beforeAll(() => {
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => sql.end());

const VERBS = ["select", "insert", "update", "delete", "truncate"] as const;

/** What is written once: nobody of the product's roles changes or removes it. */
test.each(["audit_event", "security_event"])("%s can be added to and read, not changed or emptied", async (table) => {
  for (const role of ["bearing_app", "bearing_releaser", "bearing_respondent"]) {
    const [may] = await sql.unsafe<Record<string, boolean>[]>(
      `select ${VERBS.map((verb) => `has_table_privilege('${role}', '${table}', '${verb}') as "${verb}"`).join(", ")}`,
    );
    expect([role, may]).toMatchObject([role, { update: false, delete: false, truncate: false }]);
    const columns = await sql`
      select column_name from information_schema.column_privileges
      where grantee = ${role} and table_name = ${table} and privilege_type = 'UPDATE'`;
    expect([role, columns.length]).toEqual([role, 0]);
  }
  const [app] = await sql`select has_table_privilege('bearing_app', ${table}, 'insert') as may`;
  expect(app?.may).toBe(true);
});
