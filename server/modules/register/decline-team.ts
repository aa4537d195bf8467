import { and, eq } from "drizzle-orm";
import type { DeclineTeam } from "#contracts/register.ts";
import type { UnitRef } from "#contracts/register-views.ts";
import { teamRegistration, unit } from "#db/schema/register.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockStructure, mustFindWaiting, today } from "./queries.ts";

/**
 * HR's no, with the reason for whoever asked. The team never was in the tree; nobody got a role.
 * @throws not_found outside the scope; refused when it was decided already
 */
export const declineTeam = command("team.decline", async (scope: Scope<"team:approve">, input: DeclineTeam) => {
  await lockStructure(scope);
  const { team } = await mustFindWaiting(scope, input.unitId);
  const orgId = scope.organisation.id;
  await scope.tx
    .update(unit)
    .set({ status: "closed", closedOn: today(scope) })
    .where(and(eq(unit.orgId, orgId), eq(unit.id, team.id)));
  await scope.tx
    .update(teamRegistration)
    .set({
      decision: "declined",
      decidedAt: scope.clock.now(),
      decidedBy: scope.actor.personId,
      reason: input.reason,
    })
    .where(and(eq(teamRegistration.orgId, orgId), eq(teamRegistration.unitId, team.id)));
  const view: UnitRef = { id: team.id, code: team.code, name: team.name };
  return {
    view,
    audit: {
      subjectId: team.id,
      subject: team.name,
      before: { status: "pending" },
      after: { status: "closed", reason: input.reason },
    },
  };
});
