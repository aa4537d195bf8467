import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { assessment } from "#db/schema/assessments.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { person } from "#db/schema/people.ts";
import { planAction } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { release } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export type CallTeam = { id: string; name: string; headcount: number | null };
const TEAM = { id: unit.id, name: unit.name, headcount: unit.headcount };
const TEAMS = 60;

/** Live teams of the scope, by name. */
export function listTeams(scope: Scope): Promise<CallTeam[]> {
  return scope.tx
    .select(TEAM)
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        within(scope, unit.path),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(TEAMS);
}

/**
 * A live team of the scope.
 * @throws not_found
 */
export async function mustFindTeam(scope: Scope, teamId: string): Promise<CallTeam> {
  const [found] = await scope.tx
    .select(TEAM)
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.id, teamId),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        within(scope, unit.path),
      ),
    );
  if (!found) throw notFound("team");
  return found;
}

/** Two checks of one team at the same moment: the second waits here for the first. */
export async function takeTurn(scope: Scope, teamId: string): Promise<void> {
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`call ${scope.organisation.id} ${teamId}`}, 0))`,
  );
}

const OWN = {
  id: teamCall.id,
  unitId: teamCall.unitId,
  waveId: teamCall.waveId,
  call: teamCall.call,
  choice: teamCall.choice,
  decidedAt: teamCall.decidedAt,
  madeAt: teamCall.madeAt,
  basis: callPrivate.basis,
  reason: callPrivate.reason,
};

/** Calls of one person about one team with what was known, latest first. A policy shows them to nobody else. */
export function listOwnCalls(scope: Scope, personId: string, teamId: string, limit: number) {
  return scope.tx
    .select(OWN)
    .from(teamCall)
    .innerJoin(callPrivate, and(eq(callPrivate.orgId, teamCall.orgId), eq(callPrivate.callId, teamCall.id)))
    .where(
      and(
        eq(teamCall.orgId, scope.organisation.id),
        eq(teamCall.unitId, teamId),
        eq(teamCall.personId, personId),
        eq(callPrivate.personId, personId),
      ),
    )
    .orderBy(desc(teamCall.madeAt), desc(teamCall.createdAt), desc(teamCall.id))
    .limit(limit);
}
export type OwnCallRow = Awaited<ReturnType<typeof listOwnCalls>>[number];

/**
 * A call that this person made, locked until the transaction ends.
 * @throws not_found for somebody else's call and for one of a team that is no longer theirs
 */
export async function mustLockOwnCall(scope: Scope, personId: string, callId: string): Promise<OwnCallRow> {
  const [found] = await scope.tx
    .select(OWN)
    .from(teamCall)
    .innerJoin(callPrivate, and(eq(callPrivate.orgId, teamCall.orgId), eq(callPrivate.callId, teamCall.id)))
    .innerJoin(unit, and(eq(unit.orgId, teamCall.orgId), eq(unit.id, teamCall.unitId)))
    .where(
      and(
        eq(teamCall.orgId, scope.organisation.id),
        eq(teamCall.id, callId),
        eq(teamCall.personId, personId),
        eq(callPrivate.personId, personId),
        within(scope, unit.path),
      ),
    )
    .for("update", { of: callPrivate });
  if (!found) throw notFound("call");
  return found;
}

/** Calls as everybody above may read them, latest first, of whoever made them. */
export function listCalls(scope: Scope, teamIds: readonly string[], since: Date) {
  if (teamIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({
      id: teamCall.id,
      unitId: teamCall.unitId,
      personId: teamCall.personId,
      by: person.name,
      call: teamCall.call,
      choice: teamCall.choice,
      madeAt: teamCall.madeAt,
    })
    .from(teamCall)
    .innerJoin(person, and(eq(person.orgId, teamCall.orgId), eq(person.id, teamCall.personId)))
    .where(
      and(
        eq(teamCall.orgId, scope.organisation.id),
        inArray(teamCall.unitId, [...teamIds]),
        gte(teamCall.madeAt, since),
      ),
    )
    .orderBy(desc(teamCall.madeAt), desc(teamCall.createdAt), desc(teamCall.id));
}

/**
 * The latest of each team that everybody above may read: what was made in an assessment is read once its wave has closed,
 * as all of an assessment is. One query whatever the number of teams.
 */
export function listCallsForLine(scope: Scope, teamIds: readonly string[]) {
  if (teamIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .selectDistinctOn([teamCall.unitId], {
      unitId: teamCall.unitId,
      call: teamCall.call,
      choice: teamCall.choice,
      madeAt: teamCall.madeAt,
    })
    .from(teamCall)
    .leftJoin(wave, and(eq(wave.orgId, teamCall.orgId), eq(wave.id, teamCall.waveId)))
    .where(
      and(
        eq(teamCall.orgId, scope.organisation.id),
        inArray(teamCall.unitId, [...teamIds]),
        or(isNull(teamCall.waveId), isNotNull(wave.closedAt)),
      ),
    )
    .orderBy(teamCall.unitId, desc(teamCall.madeAt), desc(teamCall.createdAt));
}

/** Teams in and below one unit as it stands today, or without one all of the scope's part. */
export function listTeamsBelow(scope: Scope, unitId: string | null, limit: number) {
  return scope.tx
    .select({ ...TEAM, path: unit.path })
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        unitId === null ? undefined : sql`${unitId}::uuid = any(${unit.path})`,
        within(scope, unit.path),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(limit);
}

/** @throws not_found for a unit outside the scope */
export async function mustFindUnit(scope: Scope, unitId: string): Promise<{ id: string; name: string }> {
  const [found] = await scope.tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path)));
  if (!found) throw notFound("unit");
  return found;
}

/** What the person answered about the team last, with part 2 closed since a day. */
export async function findLastAnswers(scope: Scope, personId: string, teamId: string, since: Date) {
  const [found] = await scope.tx
    .select({ answers: assessment.answers })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.teamId, teamId),
        eq(assessment.personId, personId),
        gte(assessment.part2ClosedAt, since),
      ),
    )
    .orderBy(desc(assessment.part2ClosedAt))
    .limit(1);
  return found?.answers ?? null;
}

/** The latest numbers of a team, whoever gave them, with part 3 closed since a day. */
export async function findLastFacts(scope: Scope, teamId: string, since: Date) {
  const [found] = await scope.tx
    .select()
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.teamId, teamId),
        isNotNull(assessment.part3ClosedAt),
        gte(assessment.part3ClosedAt, since),
      ),
    )
    .orderBy(desc(assessment.part3ClosedAt))
    .limit(1);
  return found ?? null;
}

/** Which of these waves are published now. */
export async function listStillPublished(scope: Scope, waveIds: readonly string[]): Promise<Set<string>> {
  if (waveIds.length === 0) return new Set();
  const rows = await scope.tx
    .select({ waveId: release.waveId })
    .from(release)
    .where(
      and(
        eq(release.orgId, scope.organisation.id),
        eq(release.status, "published"),
        inArray(release.waveId, [...waveIds]),
      ),
    );
  return new Set(rows.map((row) => row.waveId));
}

/** How many actions of each team are open, and how many of them past their day; teams without an open one are left out. */
export function listPlanStates(scope: Scope, teamIds: readonly string[], today: string) {
  if (teamIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({
      unitId: planAction.unitId,
      open: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${planAction.dueOn} < ${today}))::int`,
    })
    .from(planAction)
    .where(
      and(
        eq(planAction.orgId, scope.organisation.id),
        inArray(planAction.unitId, [...teamIds]),
        isNull(planAction.closedOn),
      ),
    )
    .groupBy(planAction.unitId);
}
