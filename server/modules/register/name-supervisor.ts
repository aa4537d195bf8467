import type { NameSupervisor } from "#contracts/register.ts";
import type { NamedSupervisor } from "#contracts/register-views.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { endRolesAt } from "./end-roles-at.ts";
import { lockStructure, mustFindUnit } from "./queries.ts";
import { assignSupervisors, inviteSupervisor } from "./supervisors.ts";

/**
 * HR names a team's supervisor, in place of the present ones or beside them.
 * @throws not_found outside the scope; refused for a unit, a closed or a waiting team; invalid for somebody suspended
 */
export const nameSupervisor = command("team.supervisor", async (scope: Scope<"unit:manage">, input: NameSupervisor) => {
  await lockStructure(scope);
  const team = await mustFindUnit(scope, input.unitId);
  if (team.kind !== "team") {
    throw refused("Only a team has a supervisor. Give the leader of a unit their role under People and roles.");
  }
  if (team.status !== "live") throw refused("This team is not live.");
  const [assigned] = await assignSupervisors(scope, [{ unitId: team.id, email: input.email, name: input.name }]);
  if (!assigned) throw new Error("one wanted supervisor gives one");
  const ended = input.replace ? await endRolesAt(scope, [team.id], { supervisorsBut: assigned.personId }) : [];
  const invitation = await inviteSupervisor(scope, assigned, true);
  const names = [...new Set(ended.map((e) => e.personName))];
  const view: NamedSupervisor = { personName: assigned.name, invitation, ended: names };
  return {
    view,
    audit: {
      subjectId: team.id,
      subject: team.name,
      ...(names.length > 0 ? { before: { supervisor: names.join(", ") } } : {}),
      after: { supervisor: assigned.name, email: assigned.email },
    },
  };
});
