import type { ImportReport } from "#contracts/imports.ts";
import { asSystem } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readK, readLiveTree } from "#server/modules/waves/index.ts";
import { checkFile } from "./check-file.ts";
import { chunkSource, IMPORT_JOB } from "./chunk-source.ts";
import { FileProblem } from "./file/problem.ts";
import { deleteChunks, type ImportRow, lockImportIn, mustFindImport, updateImport } from "./queries.ts";
import { unitIndex } from "./unit-index.ts";

type Ids = { orgId: string; importId: string };

const inOrganisation = <T>(orgId: string, work: (scope: Scope<"import:run">) => Promise<T>) =>
  asSystem(IMPORT_JOB, "import:run", orgId, work);

/**
 * Background work: checks an uploaded file and stores the report. Does nothing when the import is no longer being checked,
 * so that a second run is harmless.
 */
export async function runCheck({ orgId, importId }: Ids): Promise<void> {
  const start = await inOrganisation(orgId, async (scope) => {
    const row = await mustFindImport(scope, importId);
    return row.status === "checking" ? { row, units: await readLiveTree(scope), k: await readK(scope) } : null;
  });
  if (!start) return;
  const outcome = await look(start.row, start.units, start.k, orgId);
  await inOrganisation(orgId, async (scope) => {
    if (!(await lockImportIn(scope, importId, "checking"))) return;
    const failed = outcome.problem !== null;
    if (failed) await deleteChunks(scope, importId);
    await updateImport(scope, importId, {
      status: failed ? "failed" : "checked",
      progress: 100,
      report: { ...start.row.report, ...outcome },
    });
  });
}

async function look(
  row: ImportRow,
  units: Awaited<ReturnType<typeof readLiveTree>>,
  k: number,
  orgId: string,
): Promise<Pick<ImportReport, "check" | "problem">> {
  const { options, report } = row;
  if (!options || !report.file)
    return { check: null, problem: "The choice of columns was lost. Upload the file again." };
  const index = unitIndex(units, options.unitBy);
  const progress = progressOf(orgId, row, "checking", 100);
  try {
    const source = chunkSource(orgId, row.id);
    return { check: (await checkFile(source, report.file, options, index, k, progress)).report, problem: null };
  } catch (error) {
    if (error instanceof FileProblem) return { check: null, problem: error.message };
    throw error;
  }
}

/** Books how far a file has been read, in a transaction of its own, when the figure has changed. */
export function progressOf(
  orgId: string,
  row: ImportRow,
  status: "checking" | "applying",
  full: number,
): (bytes: number) => Promise<void> {
  let told = 0;
  return async (bytes) => {
    const progress = Math.min(full - 1, Math.floor((bytes / Math.max(row.fileSize, 1)) * full));
    if (progress <= told) return;
    told = progress;
    await inOrganisation(orgId, async (scope) => {
      if (await lockImportIn(scope, row.id, status)) await updateImport(scope, row.id, { progress });
    });
  };
}
