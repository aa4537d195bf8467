import type { CreateUnit } from "#contracts/register.ts";
import type { CreatedUnit } from "#contracts/register-views.ts";
import { command } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { placeUnit } from "./place-unit.ts";
import { lockStructure, mustFindUnit } from "./queries.ts";
import { assignSupervisors, inviteSupervisor } from "./supervisors.ts";

/**
 * HR adds a unit or a team, live at once.
 * @throws not_found for a parent outside the scope; invalid for a taken code, a team as parent, a unit with a supervisor
 */
export const createUnit = command("unit.create", async (scope: Scope<"unit:manage">, input: CreateUnit) => {
  await lockStructure(scope);
  const parent = await mustFindUnit(scope, input.parentId);
  const { kind, name, code, headcount, workingPattern, supervisorEmail, supervisorName } = input;
  if (kind !== "team" && supervisorEmail) {
    const message = "Only a team has a supervisor.";
    throw invalid(message, { supervisorEmail: message });
  }
  const made = await placeUnit(scope, parent, { kind, status: "live", name, code, headcount, workingPattern });
  const [supervisor] = supervisorEmail
    ? await assignSupervisors(scope, [{ unitId: made.id, email: supervisorEmail, name: supervisorName }])
    : [];
  const invitation = supervisor ? await inviteSupervisor(scope, supervisor, true) : null;
  const view: CreatedUnit = {
    id: made.id,
    code: made.code,
    name,
    supervisor: supervisor?.name ?? null,
    invitation,
  };
  const after = { name, code: made.code, kind, parent: parent.name, headcount, workingPattern };
  return {
    view,
    audit: {
      subjectId: made.id,
      subject: name,
      after: supervisor ? { ...after, supervisor: supervisor.name, email: supervisor.email } : after,
    },
  };
});
