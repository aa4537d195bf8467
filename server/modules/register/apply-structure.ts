import type { AppliedStructure, ApplyStructure } from "#contracts/structure.ts";
import { command } from "#server/kernel/command.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { auditOf, writePlan } from "./apply-structure-rows.ts";
import { planUpload } from "./plan-upload.ts";
import { lockStructure } from "./queries.ts";

/**
 * The second step: the same file again, written only if neither it nor the structure has changed since the dry run.
 * @throws conflict when something has changed; invalid while the file has errors or the confirmation is not typed
 */
export const applyStructure = command("structure.apply", async (scope: Scope<"unit:manage">, input: ApplyStructure) => {
  await lockStructure(scope);
  const { parsed, plan, hash } = await planUpload(scope, input);
  if (hash !== input.hash) {
    throw conflict(
      "The file or the structure has changed since you checked. Nothing was applied. Check the file again.",
    );
  }
  if (plan.errors.length > 0) throw invalid("The file still has errors. Nothing was applied.");
  if (plan.confirmation !== null && input.confirmation?.trim().toLowerCase() !== plan.confirmation) {
    const message = `Type "${plan.confirmation}" to go on.`;
    throw invalid(message, { confirmation: message });
  }
  await writePlan(scope, plan);
  const view: AppliedStructure = { counts: plan.counts };
  return { view, audit: auditOf(scope, plan, { rows: parsed.rows.length, file: input.fileName }) };
});
