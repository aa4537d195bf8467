import type { NameDeputy } from "#contracts/people.ts";
import type { Role } from "#contracts/roles.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { insertRole } from "./insert-role.ts";
import { mustFindAssignment, mustFindPerson, todayOf } from "./queries.ts";
import { assignmentState, deputyProblem } from "./rules.ts";

/**
 * Lets somebody stand in for one role of somebody else, for four weeks at most: the same role on the same unit.
 * @throws not_found for a person or role elsewhere; refused for a deputy of a deputy or of a role that is over
 */
export const nameDeputy = command("role.name-deputy", async (scope: Scope<"role:manage">, input: NameDeputy) => {
  const who = await mustFindPerson(scope, input.personId);
  const original = await mustFindAssignment(scope, input.assignmentId);
  const today = todayOf(scope);
  const state = assignmentState({ ...original, revoked: original.revokedAt !== null }, today);
  if (state === "ended" || state === "revoked") throw refused("The role that they stand in for is over.");
  if (original.deputyOf !== null) throw refused("A deputy cannot have a deputy. Choose the person they stand in for.");
  if (original.personId === who.id) throw refused(`${who.name} cannot stand in for themselves.`);
  const problem = deputyProblem(input, original, today);
  if (problem) throw invalid(Object.values(problem)[0] ?? "", problem);
  const role = original.role as Role;
  const { startsOn, endsOn } = input;
  const made = await insertRole(scope, {
    person: who,
    role,
    unitId: original.unitId,
    startsOn,
    endsOn,
    deputyOf: original.id,
  });
  return {
    view: { assignmentId: made.id },
    audit: {
      subjectId: who.id,
      subject: who.name,
      after: { role, unit: made.unitName, startsOn, endsOn, deputyOf: original.personName },
    },
  };
});
