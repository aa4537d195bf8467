import { asSystem } from "#server/authz/index.ts";
import { withdrawRelease } from "#server/modules/releases/index.ts";
import { IMPORT_JOB } from "./chunk-source.ts";
import { mustFindImport } from "./queries.ts";

/** Background work: takes the release of a withdrawn import away and deletes its answers. A second run changes nothing. */
export async function runWithdraw({ orgId, importId }: { orgId: string; importId: string }): Promise<void> {
  const row = await asSystem(IMPORT_JOB, "import:run", orgId, (scope) => mustFindImport(scope, importId));
  if (row.status !== "withdrawn" || row.waveId === null) return;
  await withdrawRelease(orgId, row.waveId, row.report.withdrawnBecause ?? "withdrawn", IMPORT_JOB);
}
