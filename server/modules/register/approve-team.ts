import { and, eq } from "drizzle-orm";
import type { UnitId } from "#contracts/register.ts";
import type { RegisteredTeam } from "#contracts/register-views.ts";
import { teamRegistration, unit, unitPlacement } from "#db/schema/register.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findParent, lockStructure, mustFindWaiting, today } from "./queries.ts";
import { parentProblem } from "./rules.ts";
import { assignSupervisors, inviteSupervisor } from "./supervisors.ts";

/**
 * HR's yes: the team is live from today on, and its supervisor holds the role.
 * @throws not_found outside the scope; refused when it was decided already; invalid when the supervisor is suspended
 */
export const approveTeam = command("team.approve", async (scope: Scope<"team:approve">, input: UnitId) => {
  await lockStructure(scope);
  const { team, registration } = await mustFindWaiting(scope, input.unitId);
  const { tx, clock, actor } = scope;
  const orgId = scope.organisation.id;
  const parent = await findParent(scope, team);
  const problem = parent ? parentProblem(parent) : "The unit above is closed.";
  if (!parent || problem) throw refused(problem ?? "");
  await tx
    .update(unit)
    .set({ status: "live" })
    .where(and(eq(unit.orgId, orgId), eq(unit.id, team.id)));
  await tx.insert(unitPlacement).values({ orgId, unitId: team.id, parentId: parent.id, startsOn: today(scope) });
  await tx
    .update(teamRegistration)
    .set({ decision: "approved", decidedAt: clock.now(), decidedBy: actor.personId })
    .where(and(eq(teamRegistration.orgId, orgId), eq(teamRegistration.unitId, team.id)));
  const [supervisor] = await assignSupervisors(scope, [
    { unitId: team.id, email: registration.supervisorEmail, name: registration.supervisorName },
  ]);
  if (!supervisor) throw new Error("one wanted supervisor gives one");
  const view: RegisteredTeam = {
    id: team.id,
    code: team.code,
    name: team.name,
    waiting: false,
    supervisor: supervisor.name,
    invitation: await inviteSupervisor(scope, supervisor, true),
  };
  return {
    view,
    audit: {
      subjectId: team.id,
      subject: team.name,
      before: { status: "pending" },
      after: { status: "live", supervisor: supervisor.name, email: supervisor.email },
    },
  };
});
