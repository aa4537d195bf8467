import type { AssignRole } from "#contracts/people.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { insertRole } from "./insert-role.ts";
import { mustFindPerson } from "./queries.ts";

/** Gives a role on a unit, from a day on, with or without a last day. Both the person and the unit must be in the scope. */
export const assignRole = command("role.assign", async (scope: Scope<"role:manage">, input: AssignRole) => {
  const who = await mustFindPerson(scope, input.personId);
  const { role, unitId, startsOn, endsOn } = input;
  const made = await insertRole(scope, { person: who, role, unitId, startsOn, endsOn });
  return {
    view: { assignmentId: made.id },
    audit: { subjectId: who.id, subject: who.name, after: { role, unit: made.unitName, startsOn, endsOn } },
  };
});
