import { asSystem } from "#server/authz/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { IMPORT_JOB } from "./chunk-source.ts";
import { deleteChunks, mustFindImport, updateImport } from "./queries.ts";
import { isOver } from "./rules.ts";

/**
 * Background work, a day after an upload began: deletes the file, whatever became of it. An import that is still under way
 * has hung for hours; its own transaction finds it expired and leaves nothing.
 */
export async function runExpire({ orgId, importId }: { orgId: string; importId: string }): Promise<void> {
  await asSystem(IMPORT_JOB, "import:run", orgId, async (scope) => {
    const row = await mustFindImport(scope, importId);
    await deleteChunks(scope, row.id);
    if (isOver(row.status)) return;
    await updateImport(scope, row.id, { status: "expired", progress: 0 });
    await writeAudit(scope, "import.expire", [
      { subjectId: row.id, subject: row.fileName, before: { status: row.status }, after: { status: "expired" } },
    ]);
  });
}
