import { and, eq, inArray, sql } from "drizzle-orm";
import type { AppliedMembers, ApplyMembers } from "#contracts/members.ts";
import { teamMember } from "#db/schema/register.ts";
import { command } from "#server/kernel/command.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { planMemberUpload } from "./plan-member-upload.ts";
import { lockStructure, today } from "./queries.ts";

const BATCH = 1000;

/**
 * The second step: the same file again, written only if neither it nor the lists have changed since the dry run.
 * @throws conflict when something has changed; invalid while the file has errors or the confirmation is not typed
 */
export const applyMembers = command("member.import", async (scope: Scope<"member:manage">, input: ApplyMembers) => {
  await lockStructure(scope);
  const { rows, plan, hash } = await planMemberUpload(scope, input);
  if (hash !== input.hash) {
    throw conflict("The file or the lists have changed since you checked. Nothing was applied. Check the file again.");
  }
  if (plan.errors.length > 0) throw invalid("The file still has errors. Nothing was applied.");
  if (plan.confirmation !== null && input.confirmation?.trim().toLowerCase() !== plan.confirmation) {
    const message = `Type "${plan.confirmation}" to go on.`;
    throw invalid(message, { confirmation: message });
  }
  const { organisation, tx } = scope;
  const day = today(scope);
  for (let i = 0; i < plan.leaves.length; i += BATCH) {
    await tx
      .update(teamMember)
      .set({ endsOn: sql`greatest(${teamMember.startsOn}, ${day}::date)` })
      .where(and(eq(teamMember.orgId, organisation.id), inArray(teamMember.id, plan.leaves.slice(i, i + BATCH))));
  }
  for (const { memberId, name } of plan.renames) {
    await tx
      .update(teamMember)
      .set({ name })
      .where(and(eq(teamMember.orgId, organisation.id), eq(teamMember.id, memberId)));
  }
  const joins = plan.joins.map((join) => ({ orgId: organisation.id, startsOn: day, ...join }));
  for (let i = 0; i < joins.length; i += BATCH) await tx.insert(teamMember).values(joins.slice(i, i + BATCH));
  const view: AppliedMembers = {
    joins: plan.joins.length,
    leaves: plan.leaves.length,
    renamed: plan.renames.length,
  };
  return {
    view,
    audit: {
      subjectId: organisation.id,
      subject: organisation.name,
      after: { file: input.fileName, rows, created: view.joins, closed: view.leaves, renamed: view.renamed },
    },
  };
});
