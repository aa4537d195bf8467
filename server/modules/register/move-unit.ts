import { and, eq } from "drizzle-orm";
import type { MoveUnit } from "#contracts/register.ts";
import type { UnitRef } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { levelsBelow, lockStructure, mustBeLoose, mustFindUnit } from "./queries.ts";
import { looseProblem, moveProblem, parentOf } from "./rules.ts";
import { rehang } from "./write-structure.ts";

/**
 * Puts a unit, with everything below it, under another one from today on. Roles stay with their units.
 * @throws not_found outside the scope; forbidden for the top of the own branch; refused for the root; invalid for a target
 * that cannot take it
 */
export const moveUnit = command("unit.move", async (scope: Scope<"unit:manage">, input: MoveUnit) => {
  await lockStructure(scope);
  const found = await mustFindUnit(scope, input.unitId);
  const parent = await mustFindUnit(scope, input.parentId);
  const stuck = looseProblem(found, "moved");
  if (stuck) throw refused(stuck);
  mustBeLoose(scope, found);
  const problem = moveProblem(found, parent, await levelsBelow(scope, found));
  if (problem) throw invalid(problem, { parentId: problem });
  const view: UnitRef = { id: found.id, code: found.code, name: found.name };
  const present = parentOf(found);
  if (present === parent.id) return { view, audit: UNCHANGED };
  const [old] = await scope.tx
    .select({ name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, present ?? "")));
  await rehang(scope, [found], parent);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.name,
      before: { parent: old?.name ?? null },
      after: { parent: parent.name },
    },
  };
});
