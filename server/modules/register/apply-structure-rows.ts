import type { StructureCounts, StructureRow } from "#contracts/structure.ts";
import type { AuditRecord } from "#server/kernel/audit.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { DomainError } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { planRows, type StructureScope } from "./plan-upload.ts";
import { lockStructure } from "./queries.ts";
import type { StructurePlan } from "./structure-diff-rules.ts";
import { assignSupervisors } from "./supervisors.ts";
import { writeStructure } from "./write-structure.ts";

/**
 * Adds, renames and moves units until the tree is as the rows say, in bulk. Units that no row names stay as they are.
 * Everything or nothing.
 *
 * @throws invalid with `errors`, one per row and column (rows counted from 1)
 */
export const applyStructureRows = command(
  "structure.apply",
  async (scope: StructureScope, rows: readonly StructureRow[]) => {
    await lockStructure(scope);
    const { plan } = await planRows(
      scope,
      rows.map((row, index) => ({ ...row, line: index + 1 })),
      "part",
    );
    if (plan.errors.length > 0) {
      throw new DomainError("invalid", plan.errors[0]?.message ?? "", { errors: plan.errors.slice(0, 200) });
    }
    await writePlan(scope, plan);
    return { view: plan.counts, audit: auditOf(scope, plan, { rows: rows.length }) };
  },
);

export async function writePlan(scope: StructureScope, plan: StructurePlan): Promise<void> {
  await writeStructure(scope, plan);
  await assignSupervisors(scope, plan.supervisors);
}

/** One row says what the whole did; which units were closed, moved and renamed stands in their placements and names. */
export function auditOf(
  scope: Scope,
  { counts }: { counts: StructureCounts },
  facts: { rows: number; file?: string },
): AuditRecord | readonly AuditRecord[] {
  const { created, renamed, moved, closed, edited, supervisors } = counts;
  if (created + renamed + moved + closed + edited + supervisors === 0) return UNCHANGED;
  return {
    subjectId: scope.roots[0] ?? null,
    subject: scope.organisation.name,
    after: { ...facts, created, renamed, moved, closed },
  };
}
