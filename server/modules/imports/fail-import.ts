import { asSystem } from "#server/authz/index.ts";
import { IMPORT_JOB } from "./chunk-source.ts";
import { deleteChunks, mustFindImport, updateImport } from "./queries.ts";

const PROBLEM = "Something went wrong on our side, and nothing was imported. Upload the file again.";

/** The last try of a background step has failed: says so, so that nobody waits for it. */
export async function failImport({ orgId, importId }: { orgId: string; importId: string }): Promise<void> {
  await asSystem(IMPORT_JOB, "import:run", orgId, async (scope) => {
    const row = await mustFindImport(scope, importId);
    if (row.status !== "checking" && row.status !== "applying") return;
    await deleteChunks(scope, row.id);
    await updateImport(scope, row.id, { status: "failed", progress: 0, report: { ...row.report, problem: PROBLEM } });
  });
}
