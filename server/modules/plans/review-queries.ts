import { and, desc, eq, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Call, Lens } from "#contracts/calls.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { assessment } from "#db/schema/assessments.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { planAction, supervisorSupport, waitingOn, worthCheckingAnswer } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** What held of somebody's own calls since a day; their own rows only, by the policy of what was known. */
export async function listHeld(scope: Scope, personId: string, since: Date): Promise<Call[]> {
  const rows = await scope.tx
    .select({ call: teamCall.call, choice: teamCall.choice })
    .from(teamCall)
    .innerJoin(callPrivate, and(eq(callPrivate.orgId, teamCall.orgId), eq(callPrivate.callId, teamCall.id)))
    .where(
      and(
        eq(teamCall.orgId, scope.organisation.id),
        eq(teamCall.personId, personId),
        eq(callPrivate.personId, personId),
        gte(teamCall.madeAt, since),
      ),
    )
    .orderBy(desc(teamCall.madeAt))
    .limit(200);
  return rows.map(({ call, choice }) => (choice ?? call) as Call);
}

/** Actions that somebody began since a day, in whatever team. */
export async function listBegun(scope: Scope, personId: string, since: string) {
  const rows = await scope.tx
    .select({ side: planAction.side, libraryId: planAction.libraryId, closedOn: planAction.closedOn })
    .from(planAction)
    .where(
      and(
        eq(planAction.orgId, scope.organisation.id),
        eq(planAction.createdBy, personId),
        gte(planAction.startedOn, since),
      ),
    )
    .limit(500);
  return rows.map(({ side, libraryId, closedOn }) => ({ side: side as Lens, libraryId, closed: closedOn !== null }));
}

/**
 * Whoever supervises each of these teams today, and the first day on which they supervised or led anything here: who takes
 * over another team, or has led a unit for years, is not new in post.
 */
export function listSupervisors(scope: Scope, teamIds: readonly string[], today: string) {
  if (teamIds.length === 0) return Promise.resolve([]);
  const orgId = scope.organisation.id;
  return scope.tx
    .select({
      teamId: roleAssignment.unitId,
      personId: roleAssignment.personId,
      since: sql<string>`(select min(r.starts_on)::text from ${roleAssignment} r
        where r.org_id = ${orgId} and r.person_id = ${roleAssignment}.person_id and r.deputy_of is null
          and r.role in ('supervisor', 'senior_leader'))`,
    })
    .from(roleAssignment)
    .where(
      and(
        eq(roleAssignment.orgId, orgId),
        eq(roleAssignment.role, "supervisor"),
        inArray(roleAssignment.unitId, [...teamIds]),
        isNull(roleAssignment.revokedAt),
        isNull(roleAssignment.deputyOf),
        sql`${roleAssignment.startsOn} <= ${today}`,
        sql`(${roleAssignment.endsOn} is null or ${roleAssignment.endsOn} >= ${today})`,
      ),
    )
    .groupBy(roleAssignment.unitId, roleAssignment.personId);
}

export function listSupport(scope: Scope, personIds: readonly string[]) {
  if (personIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({
      personId: supervisorSupport.personId,
      mentor: supervisorSupport.mentor,
      firstTrainingOn: supervisorSupport.firstTrainingOn,
      secondTrainingOn: supervisorSupport.secondTrainingOn,
      lastCheckInOn: supervisorSupport.lastCheckInOn,
    })
    .from(supervisorSupport)
    .where(
      and(eq(supervisorSupport.orgId, scope.organisation.id), inArray(supervisorSupport.personId, [...personIds])),
    );
}

/** Open actions past their day or without their owner, and how the checks of each team ended, latest first. */
export async function listWork(scope: Scope, teamIds: readonly string[], today: string) {
  if (teamIds.length === 0) return [];
  // The same people as may own an action: in the team, or leading above it (`listOwners`).
  const ownerStays = sql<boolean>`exists (
    select 1 from ${roleAssignment} r
    join ${person} p on p.org_id = r.org_id and p.id = r.person_id and p.status = 'active'
    where r.org_id = ${planAction.orgId} and r.person_id = ${planAction.ownerId} and r.revoked_at is null
      and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
      and (r.unit_id = ${planAction.unitId} or (r.role = 'senior_leader' and r.unit_id = any(${unit.path}))))`;
  return scope.tx
    .select({
      teamId: planAction.unitId,
      libraryId: planAction.libraryId,
      ownerStays,
      dueOn: planAction.dueOn,
      overdue: sql<boolean>`(${planAction.closedOn} is null and ${planAction.dueOn} < ${today})`,
      closedOn: planAction.closedOn,
      wouldLose: planAction.wouldLose,
    })
    .from(planAction)
    .innerJoin(unit, and(eq(unit.orgId, planAction.orgId), eq(unit.id, planAction.unitId)))
    .where(and(eq(planAction.orgId, scope.organisation.id), inArray(planAction.unitId, [...teamIds])))
    .orderBy(sql`${planAction.closedOn} desc nulls first`)
    .limit(5000);
}

/** How many decisions wait for the supervisor of each team; teams without one are left out. */
export function countDecisionsWaiting(scope: Scope, teamIds: readonly string[]) {
  if (teamIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({ teamId: waitingOn.unitId, waiting: sql<number>`count(*)::int` })
    .from(waitingOn)
    .where(
      and(
        eq(waitingOn.orgId, scope.organisation.id),
        eq(waitingOn.kind, "decision"),
        inArray(waitingOn.unitId, [...teamIds]),
        isNull(waitingOn.closedOn),
      ),
    )
    .groupBy(waitingOn.unitId);
}

/** Milestones overdue as last counted since a day, by team. */
export async function listOverdueMilestones(scope: Scope, teamIds: readonly string[], since: Date) {
  if (teamIds.length === 0) return [];
  return scope.tx
    .selectDistinctOn([assessment.teamId], { teamId: assessment.teamId, overdue: assessment.overdueMilestones })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        inArray(assessment.teamId, [...teamIds]),
        isNotNull(assessment.part3ClosedAt),
        gte(assessment.part3ClosedAt, since),
      ),
    )
    .orderBy(assessment.teamId, desc(assessment.part3ClosedAt));
}

/** What the reader set aside for a team; a policy shows nobody else's. */
export function listSetAside(scope: Scope, personId: string, teamId: string) {
  return scope.tx
    .select({
      name: worthCheckingAnswer.detector,
      at: worthCheckingAnswer.createdAt,
      reason: worthCheckingAnswer.reason,
    })
    .from(worthCheckingAnswer)
    .where(
      and(
        eq(worthCheckingAnswer.orgId, scope.organisation.id),
        eq(worthCheckingAnswer.unitId, teamId),
        eq(worthCheckingAnswer.personId, personId),
      ),
    )
    .orderBy(desc(worthCheckingAnswer.createdAt))
    .limit(50);
}

/** Live teams in and below a unit, of so many people or more. */
export async function listTeamIdsBelow(scope: Scope, unitId: string, people: number): Promise<string[]> {
  const rows = await scope.tx
    .select({ id: unit.id })
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        gte(unit.headcount, people),
        sql`${unitId}::uuid = any(${unit.path})`,
        within(scope, unit.path),
      ),
    )
    .limit(2000);
  return rows.map(({ id }) => id);
}
