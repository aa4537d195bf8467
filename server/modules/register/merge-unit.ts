import { and, eq } from "drizzle-orm";
import type { MergeUnit } from "#contracts/register.ts";
import type { MergedUnit } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import type { AuditRecord } from "#server/kernel/audit.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { levelsBelow, listChildren, lockStructure, mustBeLoose, mustFindUnit } from "./queries.ts";
import { looseProblem, mergeProblem } from "./rules.ts";
import { closeUnits, rehang } from "./write-structure.ts";

/**
 * A unit goes up in another of its kind: what stands directly below moves over, and the unit closes. Its roles end and
 * are listed: whether the supervisor of a merged team supervises the other one is a decision for HR, not for a merge.
 *
 * @throws not_found outside the scope; forbidden for the top of the own branch; refused for the root; invalid for a target
 * that cannot take it
 */
export const mergeUnit = command("unit.merge", async (scope: Scope<"unit:manage">, input: MergeUnit) => {
  await lockStructure(scope);
  const source = await mustFindUnit(scope, input.unitId);
  const target = await mustFindUnit(scope, input.intoId);
  const stuck = looseProblem(source, "merged");
  if (stuck) throw refused(stuck);
  mustBeLoose(scope, source);
  const problem = mergeProblem(source, target, await levelsBelow(scope, source));
  if (problem) throw invalid(problem, { intoId: problem });
  const children = await listChildren(scope, source);
  // A unit that is merged into the one above it must not take that one along.
  await rehang(scope, children, target);
  const ended = await closeUnits(scope, [source.id], target.id);
  const after: NonNullable<AuditRecord["after"]> = {
    status: "closed",
    mergedInto: target.name,
    units: children.length,
  };
  if (target.kind === "team" && input.headcount !== null) {
    await scope.tx
      .update(unit)
      .set({ headcount: input.headcount })
      .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, target.id)));
    after.headcount = input.headcount;
  }
  const view: MergedUnit = { id: target.id, code: target.code, name: target.name, moved: children.length, ended };
  return { view, audit: { subjectId: source.id, subject: source.name, before: { status: "live" }, after } };
});
