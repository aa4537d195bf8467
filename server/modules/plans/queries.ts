import { and, arrayOverlaps, asc, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Lens } from "#contracts/calls.ts";
import type { ActionOutcome, PlanAction } from "#contracts/plans.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { planAction } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** Two changes of one team's plan at the same moment: the second waits here, so that two cannot make a fourth action. */
export async function takeTurn(scope: Scope, teamId: string): Promise<void> {
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${scope.organisation.id} ${teamId}`}, 0))`,
  );
}

const ACTION = {
  id: planAction.id,
  unitId: planAction.unitId,
  side: planAction.side,
  result: planAction.result,
  steps: planAction.steps,
  ownerId: planAction.ownerId,
  owner: person.name,
  startedOn: planAction.startedOn,
  dueOn: planAction.dueOn,
  libraryId: planAction.libraryId,
  callId: planAction.callId,
  closedOn: planAction.closedOn,
  outcome: planAction.outcome,
  learned: planAction.learned,
  wouldLose: planAction.wouldLose,
};

/** Actions of a team, the latest first: the open ones and at most so many in all. */
export function listActions(scope: Scope, teamId: string, limit = 100) {
  return scope.tx
    .select(ACTION)
    .from(planAction)
    .innerJoin(person, and(eq(person.orgId, planAction.orgId), eq(person.id, planAction.ownerId)))
    .where(and(eq(planAction.orgId, scope.organisation.id), eq(planAction.unitId, teamId)))
    .orderBy(sql`${planAction.closedOn} desc nulls first`, desc(planAction.createdAt), desc(planAction.id))
    .limit(limit);
}
export type ActionRow = Awaited<ReturnType<typeof listActions>>[number];

export const toAction = (row: ActionRow): PlanAction => ({
  id: row.id,
  side: row.side as Lens,
  result: row.result,
  steps: row.steps,
  owner: { id: row.ownerId, name: row.owner },
  startedOn: row.startedOn,
  dueOn: row.dueOn,
  libraryId: row.libraryId,
  closed:
    row.closedOn === null
      ? null
      : { on: row.closedOn, outcome: row.outcome as ActionOutcome, learned: row.learned ?? "" },
});

/**
 * An action of one of the scope's live teams.
 * @throws not_found
 */
export async function mustFindAction(scope: Scope, actionId: string): Promise<ActionRow & { team: string }> {
  const [found] = await scope.tx
    .select({ ...ACTION, team: unit.name })
    .from(planAction)
    .innerJoin(person, and(eq(person.orgId, planAction.orgId), eq(person.id, planAction.ownerId)))
    .innerJoin(unit, and(eq(unit.orgId, planAction.orgId), eq(unit.id, planAction.unitId)))
    .where(and(eq(planAction.orgId, scope.organisation.id), eq(planAction.id, actionId), within(scope, unit.path)));
  if (!found) throw notFound("action");
  return found;
}

/** Who may own an action of a team: everybody with a place in it, above it or standing in, by name. */
export function listOwners(scope: Scope, teamId: string, today: string): Promise<{ id: string; name: string }[]> {
  const orgId = scope.organisation.id;
  return scope.tx
    .selectDistinct({ id: person.id, name: person.name })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, teamId)))
    .where(
      and(
        eq(roleAssignment.orgId, orgId),
        arrayOverlaps(unit.path, sql`array[${roleAssignment.unitId}]`),
        isNull(roleAssignment.revokedAt),
        lte(roleAssignment.startsOn, today),
        or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, today)),
        or(eq(roleAssignment.unitId, teamId), eq(roleAssignment.role, "senior_leader")),
        eq(person.status, "active"),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .limit(200);
}
