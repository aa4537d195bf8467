import { randomUUID } from "node:crypto";
import type { StructureCounts, StructureExtent, StructureRow } from "#contracts/structure.ts";
import type { AuditRecord } from "#server/kernel/audit.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { DomainError } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listNodes, listSupervisorEmails, lockStructure } from "./queries.ts";
import { planStructure, type StructurePlan } from "./structure-diff-rules.ts";
import { assignSupervisors, listBlockedEmails } from "./supervisors.ts";
import { writeStructure } from "./write-structure.ts";

/** Who may write the structure: HR, or the import of results that brings its own units. */
export type StructureScope = Scope<"unit:manage"> | Scope<"import:run">;

/**
 * Adds, renames and moves units until the tree is as the rows say, in bulk. Units that no row names stay as they are.
 * Everything or nothing.
 *
 * @throws invalid with `errors`, one per row and column (rows counted from 1)
 */
export const applyStructureRows = command(
  "structure.apply",
  async (scope: StructureScope, rows: readonly StructureRow[]) => {
    const plan = await planRows(
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

/** Takes the structure's lock, so that what is planned is what will be there when it is written. */
export async function planRows(
  scope: StructureScope,
  rows: readonly (StructureRow & { line: number })[],
  extent: StructureExtent,
): Promise<StructurePlan> {
  await lockStructure(scope);
  const emails = [...new Set(rows.flatMap((row) => row.supervisorEmail ?? []))];
  const [nodes, supervisorsOf, blocked] = await Promise.all([
    listNodes(scope),
    listSupervisorEmails(scope),
    listBlockedEmails(scope, emails),
  ]);
  return planStructure({ nodes, rows, extent, roots: scope.roots, newId: randomUUID, supervisorsOf, blocked });
}

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
