import { LISTED_CHANGES, LISTED_ERRORS, type StructurePreview, type StructureUpload } from "#contracts/structure.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { planUpload } from "./plan-upload.ts";

/** The dry run: what a file would change, and what is wrong with it by row and column. Writes nothing, keeps nothing. */
export async function previewStructure(scope: Scope<"unit:manage">, input: StructureUpload): Promise<StructurePreview> {
  const { parsed, plan, hash } = await planUpload(scope, input);
  return {
    rows: parsed.rows.length,
    layout: parsed.layout,
    ignored: parsed.ignored.slice(0, 50),
    counts: plan.counts,
    changes: plan.changes.slice(0, LISTED_CHANGES),
    errors: plan.errors.slice(0, LISTED_ERRORS),
    errorCount: plan.errors.length,
    before: plan.before,
    swapped: plan.swapped,
    confirmation: plan.confirmation,
    hash,
  };
}
