import type { FinishUpload, ImportReport, ImportView } from "#contracts/imports.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readLiveTree } from "#server/modules/waves/index.ts";
import { chunksIn } from "./chunk-source.ts";
import { readHead } from "./file/head.ts";
import { FileProblem } from "./file/problem.ts";
import { deleteChunks, listChunkPositions, mustFindImport, mustLockImport, updateImport } from "./queries.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { unitIndex } from "./unit-index.ts";
import { toImportView } from "./views.ts";

/**
 * Ends an upload and looks at the beginning of the file: what it is, its headings, and which column is probably which. A
 * file that cannot be read is deleted at once and the import says why.
 *
 * @throws refused when pieces are missing
 */
export const finishUpload = command("import.finish", async (scope: Scope<"import:run">, input: FinishUpload) => {
  const row = await mustLockImport(scope, input.importId, "finish");
  const positions = await listChunkPositions(scope, row.id);
  if (positions.length !== input.chunks || positions.some((p, i) => p !== i)) {
    throw refused("Parts of the file are missing. Upload it again.");
  }
  const report = await look(scope, row.id);
  const status = report.problem === null ? "uploaded" : "failed";
  if (status === "failed") await deleteChunks(scope, row.id);
  await updateImport(scope, row.id, { status, report });
  const view: ImportView = toImportView(await mustFindImport(scope, row.id), scope.organisation.zone, null);
  return { view, audit: { subjectId: row.id, subject: row.fileName, after: { file: row.fileName, status } } };
});

async function look(scope: Scope, importId: string): Promise<ImportReport> {
  const nothing = { file: null, suggestion: null, check: null, problem: null, withdrawnBecause: null };
  try {
    const { sample, ...file } = await readHead(chunksIn(scope, importId));
    const units = await readLiveTree(scope);
    const [byCode, byName] = [unitIndex(units, "code"), unitIndex(units, "name")];
    return { ...nothing, file, suggestion: suggestMapping(file.headings, sample, byCode, byName) };
  } catch (error) {
    if (error instanceof FileProblem) return { ...nothing, problem: error.message };
    throw error;
  }
}
