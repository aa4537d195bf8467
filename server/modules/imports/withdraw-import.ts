import type { WithdrawImport } from "#contracts/imports.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { retireWave } from "#server/modules/waves/index.ts";
import { mustLockImport, updateImport } from "./queries.ts";

/**
 * Takes a wrong import back. The wave is withdrawn and its name free at once; the releaser then takes the release away and
 * deletes the answers, in the background, because only it can read or delete them.
 *
 * @throws refused when there is nothing to take back
 */
export const withdrawImport = command("import.withdraw", async (scope: Scope<"import:run">, input: WithdrawImport) => {
  const row = await mustLockImport(scope, input.importId, "withdraw");
  if (row.waveId === null) throw refused("This import made no wave.");
  const { label, retiredAs } = await retireWave(scope, row.waveId);
  await updateImport(scope, row.id, {
    status: "withdrawn",
    report: { ...row.report, withdrawnBecause: input.reason },
  });
  await enqueue(scope.tx, "import-withdraw", { orgId: scope.organisation.id, importId: row.id });
  return {
    view: { importId: row.id },
    audit: {
      subjectId: row.id,
      subject: label,
      before: { label, status: "applied" },
      after: { label: retiredAs, status: "withdrawn", reason: input.reason },
    },
  };
});
