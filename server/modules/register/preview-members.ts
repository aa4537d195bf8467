import type { MembersPreview, MembersUpload } from "#contracts/members.ts";
import { LISTED_CHANGES, LISTED_ERRORS } from "#contracts/structure.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { planMemberUpload } from "./plan-member-upload.ts";

/** The dry run: who would join and leave which list, and what is wrong with the file. Writes nothing, keeps nothing. */
export async function previewMembers(scope: Scope<"member:manage">, input: MembersUpload): Promise<MembersPreview> {
  const { rows, plan, hash } = await planMemberUpload(scope, input);
  return {
    rows,
    lists: plan.lists,
    joins: plan.joins.length,
    leaves: plan.leaves.length,
    renamed: plan.renames.length,
    unchanged: plan.unchanged,
    changes: plan.changes.slice(0, LISTED_CHANGES),
    errors: plan.errors.slice(0, LISTED_ERRORS),
    errorCount: plan.errors.length,
    confirmation: plan.confirmation,
    hash,
  };
}
