import { asSystem } from "#server/authz/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { DomainError, refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readK, readLiveTree } from "#server/modules/waves/index.ts";
import { checkFile } from "./check-file.ts";
import type { CheckedRows } from "./check-rows.ts";
import { chunkSource, IMPORT_JOB } from "./chunk-source.ts";
import { FileProblem } from "./file/problem.ts";
import { deleteChunks, type ImportRow, lockImportIn, mustFindImport, updateImport } from "./queries.ts";
import { progressOf } from "./run-check.ts";
import { storeImport } from "./store-import.ts";
import { type UnitIndex, unitIndex } from "./unit-index.ts";

type Ids = { orgId: string; importId: string };

/** Reading is most of the work; storing is one transaction, which nobody can look into. */
const READ_SHARE = 90;

const inOrganisation = <T>(orgId: string, work: (scope: Scope<"import:run">) => Promise<T>) =>
  asSystem(IMPORT_JOB, "import:run", orgId, work);

/**
 * Background work: reads a checked file once more and imports it in one transaction: wave, frozen tree, every answer, the
 * state of the import and the job that will publish. A worker that is killed leaves nothing, and the next run starts
 * anew; a run that finds the import done does nothing.
 */
export async function runApply({ orgId, importId }: Ids): Promise<void> {
  const start = await inOrganisation(orgId, async (scope) => {
    const row = await mustFindImport(scope, importId);
    if (row.status !== "applying" || !row.options || !row.report.file) return null;
    const index = unitIndex(await readLiveTree(scope), row.options.unitBy);
    return { row, options: row.options, file: row.report.file, index, k: await readK(scope) };
  });
  if (!start) return;
  const { row, options, file, index, k } = start;
  try {
    const progress = progressOf(orgId, row, "applying", READ_SHARE);
    const checked = await checkFile(chunkSource(orgId, importId), file, options, index, k, progress);
    if (checked.report.rowsWithErrors > 0) return await backToChecked(orgId, row, { check: checked.report });
    await inOrganisation(orgId, (scope) => store(scope, row, checked, index));
  } catch (error) {
    // Since the check the structure has changed, the name was taken or a piece has gone: HR decides anew.
    if (!(error instanceof DomainError || error instanceof FileProblem)) throw error;
    await backToChecked(orgId, row, { problem: error.message });
  }
}

async function store(scope: Scope<"import:run">, before: ImportRow, checked: CheckedRows, index: UnitIndex) {
  const row = await lockImportIn(scope, before.id, "applying");
  if (!row?.options) return;
  const { label, closedOn } = row.options;
  const live = new Set((await readLiveTree(scope)).map((u) => u.id));
  if (new Set(checked.units).values().some((i) => !live.has(index.units[i]!.id))) {
    throw refused("The structure has changed since the file was checked. Have it checked again.");
  }
  const { waveId, units } = await storeImport(scope, { label, closedOn }, checked, index);
  await deleteChunks(scope, row.id);
  await updateImport(scope, row.id, {
    status: "applied",
    progress: 100,
    waveId,
    report: { ...row.report, check: checked.report, problem: null },
  });
  await writeAudit(scope, "import.store", [
    {
      subjectId: waveId,
      subject: label,
      after: { file: row.fileName, label, source: "import", rows: checked.report.respondents, units },
    },
  ]);
  await enqueue(scope.tx, "release-wave", { orgId: scope.organisation.id, waveId });
}

async function backToChecked(orgId: string, row: ImportRow, found: Partial<ImportRow["report"]>): Promise<void> {
  await inOrganisation(orgId, async (scope) => {
    if (!(await lockImportIn(scope, row.id, "applying"))) return;
    await updateImport(scope, row.id, { status: "checked", progress: 0, report: { ...row.report, ...found } });
  });
}
