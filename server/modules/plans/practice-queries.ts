import { and, asc, desc, eq, gte, isNull, or, sql } from "drizzle-orm";
import { person } from "#db/schema/people.ts";
import { rhythm, teamPurpose, unitPriority, waitingOn } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** Purposes of a team, the one that holds first. */
export function listPurposes(scope: Scope, teamId: string) {
  return scope.tx
    .select({
      sentence: teamPurpose.sentence,
      benefits: teamPurpose.benefits,
      priorityId: teamPurpose.priorityId,
      priority: unitPriority.words,
      by: person.name,
      createdAt: teamPurpose.createdAt,
    })
    .from(teamPurpose)
    .innerJoin(person, and(eq(person.orgId, teamPurpose.orgId), eq(person.id, teamPurpose.personId)))
    .leftJoin(unitPriority, and(eq(unitPriority.orgId, teamPurpose.orgId), eq(unitPriority.id, teamPurpose.priorityId)))
    .where(and(eq(teamPurpose.orgId, scope.organisation.id), eq(teamPurpose.unitId, teamId)))
    .orderBy(desc(teamPurpose.createdAt), desc(teamPurpose.id))
    .limit(20);
}

/** Live priorities of the units above a team, the nearest unit's last. */
export function listPrioritiesAbove(scope: Scope, teamId: string) {
  const above = scope.tx
    .select({ path: unit.path })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, teamId)));
  return scope.tx
    .select({ id: unitPriority.id, unit: unit.name, words: unitPriority.words })
    .from(unitPriority)
    .innerJoin(unit, and(eq(unit.orgId, unitPriority.orgId), eq(unit.id, unitPriority.unitId)))
    .where(
      and(
        eq(unitPriority.orgId, scope.organisation.id),
        isNull(unitPriority.endedAt),
        sql`${unitPriority.unitId} = any((${above})::uuid[])`,
      ),
    )
    .orderBy(sql`cardinality(${unit.path})`, asc(unitPriority.position))
    .limit(20);
}

export function listRhythms(scope: Scope, teamId: string) {
  return scope.tx
    .select({ kind: rhythm.kind, everyDays: rhythm.everyDays, lastHeldOn: rhythm.lastHeldOn })
    .from(rhythm)
    .where(and(eq(rhythm.orgId, scope.organisation.id), eq(rhythm.unitId, teamId)));
}

/** What a team waits for and what waits for its supervisor, the longest silence first, and what ended since a day. */
export function listWaiting(scope: Scope, teamId: string, endedSince: string) {
  return scope.tx
    .select({
      id: waitingOn.id,
      kind: waitingOn.kind,
      who: waitingOn.who,
      needed: waitingOn.needed,
      lastContactOn: waitingOn.lastContactOn,
      closedOn: waitingOn.closedOn,
    })
    .from(waitingOn)
    .where(
      and(
        eq(waitingOn.orgId, scope.organisation.id),
        eq(waitingOn.unitId, teamId),
        or(isNull(waitingOn.closedOn), gte(waitingOn.closedOn, endedSince)),
      ),
    )
    .orderBy(sql`${waitingOn.closedOn} desc nulls first`, asc(waitingOn.lastContactOn), asc(waitingOn.id))
    .limit(200);
}

/** @throws not_found for what another team waits for */
export async function mustLockWaiting(scope: Scope, waitingId: string) {
  const [found] = await scope.tx
    .select({
      id: waitingOn.id,
      unitId: waitingOn.unitId,
      team: unit.name,
      lastContactOn: waitingOn.lastContactOn,
      closedOn: waitingOn.closedOn,
    })
    .from(waitingOn)
    .innerJoin(unit, and(eq(unit.orgId, waitingOn.orgId), eq(unit.id, waitingOn.unitId)))
    .where(and(eq(waitingOn.orgId, scope.organisation.id), eq(waitingOn.id, waitingId), within(scope, unit.path)))
    .for("update", { of: waitingOn });
  if (!found) throw notFound("entry");
  return found;
}
