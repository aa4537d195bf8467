import type { ImportId } from "#contracts/imports.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { deleteChunks, mustLockImport, updateImport } from "./queries.ts";

/**
 * Deletes an uploaded file before it is imported.
 * @throws refused when it is being checked or imported, or is gone
 */
export const discardImport = command("import.discard", async (scope: Scope<"import:run">, input: ImportId) => {
  const row = await mustLockImport(scope, input.importId, "discard");
  await deleteChunks(scope, row.id);
  await updateImport(scope, row.id, { status: "discarded", progress: 0 });
  return {
    view: { importId: row.id },
    audit: { subjectId: row.id, subject: row.fileName, before: { status: row.status }, after: { status: "discarded" } },
  };
});
