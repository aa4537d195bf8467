import { expect, test } from "vitest";
import { checkReleaserClient, checkResponsesTables, tableNames } from "./checks/responses-tables.ts";
import { file, readTree, report } from "./source.ts";

const SCHEMA = file(
  "db/schema/responses.ts",
  'export const a = pgTable("sealed_response", {}); const b = app.table("inbox", {})',
);

test("only modules/responses and disclosure name the tables of answers", () => {
  expect(report(checkResponsesTables(readTree()))).toEqual([]);
});

test("the real schema file gives the names", () => {
  const schema = readTree().find(({ path }) => path === SCHEMA.path);
  expect(schema && tableNames(schema)).toContain("sealed_response");
});

test.each([
  ["server/modules/results/queries.ts", 'import { a } from "#db/schema/responses.ts"'],
  ["server/modules/results/queries.ts", 'import type { A } from "#db/schema/responses.ts"'],
  ["server/disclosure/audit/exact.ts", 'import { a } from "#db/schema/responses.ts"'],
  ["server/kernel/report.ts", "const q = sql`select count(*) from sealed_response where wave_id = $" + "{w}`"],
  ["scripts/dump.ts", 'await run("copy inbox to stdout")'],
  ["db/seed/north.ts", "await run(`insert into app.inbox values (1)`)"],
])("found in %s: %s", (path, text) => {
  expect(checkResponsesTables([SCHEMA, file(path, text)])).toHaveLength(1);
});

test.each([
  ["server/modules/responses/submit.ts", 'import { a } from "#db/schema/responses.ts"'],
  ["server/disclosure/read.ts", 'import { a } from "#db/schema/responses.ts"'],
  ["components/waves/list.tsx", 'const text = "Your inbox is empty"'],
])("allowed in %s: %s", (path, text) => {
  expect(checkResponsesTables([SCHEMA, file(path, text)])).toEqual([]);
});

test("only disclosure connects as the releaser", () => {
  expect(report(checkReleaserClient(readTree()))).toEqual([]);
});

test.each([
  ["server/modules/results/queries.ts", 'import { releaserClient } from "#server/kernel/databases.ts"'],
  ["server/modules/results/queries.ts", 'import { inReleaserTransaction } from "#server/kernel/transaction.ts"'],
  ["server/disclosure/audit/exact.ts", 'import * as d from "#server/kernel/databases.ts"; d.releaserClient()'],
])("found in %s: %s", (path, text) => {
  expect(checkReleaserClient([file(path, text)])).toHaveLength(1);
});
