import type { ImportId, ImportView } from "#contracts/imports.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOutcome, mustFindImport } from "./queries.ts";
import { toImportView } from "./views.ts";

/** One import as it stands now; asked again and again while it is under way. */
export async function readImport(scope: Scope<"import:run">, input: ImportId): Promise<ImportView> {
  const row = await mustFindImport(scope, input.importId);
  const outcome = row.waveId === null ? null : await findOutcome(scope, row.waveId);
  return toImportView(row, scope.organisation.zone, outcome);
}
