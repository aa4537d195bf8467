import type { ImportPage, ListImports } from "#contracts/imports.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listImportRows } from "./queries.ts";
import { toImportLine } from "./views.ts";

const PAGE = 20;

/** Newest first, a page at a time. */
export async function listImports(scope: Scope<"import:run">, input: ListImports): Promise<ImportPage> {
  const rows = await listImportRows(scope, input.cursor, PAGE + 1);
  return {
    imports: rows.slice(0, PAGE).map((row) => toImportLine(row, scope.organisation.zone)),
    nextCursor: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  };
}
