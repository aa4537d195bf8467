import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { addDays } from "#contracts/dates.ts";
import { assessment, teamEvent } from "#db/schema/assessments.ts";
import { escalation, escalationStep, lastLook } from "#db/schema/help.ts";
import { planAction } from "#db/schema/plans.ts";
import { unit } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";

const liveTeam = (scope: Scope) =>
  and(eq(unit.orgId, scope.organisation.id), eq(unit.kind, "team"), eq(unit.status, "live"), within(scope, unit.path));

const isLook = (scope: Scope, page: string) =>
  and(
    eq(lastLook.orgId, scope.organisation.id),
    eq(lastLook.personId, scope.actor.personId ?? ""),
    eq(lastLook.page, page),
  );

/** The reader's own; a policy lets nobody else read it. */
export async function findLook(scope: Scope, page: string): Promise<{ lookedAt: Date; beforeAt: Date | null } | null> {
  if (!scope.actor.personId) return null;
  const [found] = await scope.tx
    .select({ lookedAt: lastLook.lookedAt, beforeAt: lastLook.beforeAt })
    .from(lastLook)
    .where(isLook(scope, page));
  return found ?? null;
}

export async function storeLook(
  scope: Scope,
  page: string,
  look: { lookedAt: Date; beforeAt: Date | null },
): Promise<void> {
  await scope.tx
    .insert(lastLook)
    .values({ orgId: scope.organisation.id, personId: scope.actor.personId ?? "", page, ...look })
    .onConflictDoUpdate({ target: [lastLook.orgId, lastLook.personId, lastLook.page], set: look });
}

/** Teams, those with an open action, and open actions past their day. */
export async function countPlans(scope: Scope, today: string) {
  const open = (more?: SQL) =>
    scope.tx
      .select({ actions: count(), teams: countDistinct(planAction.unitId) })
      .from(planAction)
      .innerJoin(unit, and(eq(unit.orgId, planAction.orgId), eq(unit.id, planAction.unitId)))
      .where(and(liveTeam(scope), isNull(planAction.closedOn), more));
  const [[all], [plans], [late]] = await Promise.all([
    scope.tx.select({ teams: count() }).from(unit).where(liveTeam(scope)),
    open(),
    open(lt(planAction.dueOn, today)),
  ]);
  return { teams: all?.teams ?? 0, withPlan: plans?.teams ?? 0, overdue: late?.actions ?? 0 };
}

/**
 * Teams that said since a day that the service could be harmed. Of teams under `fewest` people nobody above the supervisor
 * hears it; what was said in an assessment counts once that part is closed.
 */
export async function countHarmed(scope: Scope, since: string, fewest: number): Promise<number> {
  const given = scope.tx
    .select({ one: sql`1` })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.waveId, teamEvent.waveId),
        eq(assessment.teamId, teamEvent.unitId),
        isNotNull(assessment.part1ClosedAt),
      ),
    );
  const [row] = await scope.tx
    .select({ teams: countDistinct(teamEvent.unitId) })
    .from(teamEvent)
    .innerJoin(unit, and(eq(unit.orgId, teamEvent.orgId), eq(unit.id, teamEvent.unitId)))
    .where(
      and(
        liveTeam(scope),
        eq(teamEvent.kind, "service_harm"),
        gte(teamEvent.happenedOn, since),
        gte(unit.headcount, fewest),
        or(isNull(teamEvent.waveId), exists(given)),
      ),
    );
  return row?.teams ?? 0;
}

/** What happened in the part after a day. */
export async function readSince(scope: Scope, day: string, midnight: Date) {
  const orgId = scope.organisation.id;
  const steps = (kinds: string[]) =>
    scope.tx
      .select({ n: countDistinct(escalationStep.escalationId) })
      .from(escalationStep)
      .innerJoin(
        escalation,
        and(eq(escalation.orgId, escalationStep.orgId), eq(escalation.id, escalationStep.escalationId)),
      )
      .innerJoin(unit, and(eq(unit.orgId, escalation.orgId), eq(unit.id, escalation.unitId)))
      .where(
        and(
          eq(escalationStep.orgId, orgId),
          within(scope, unit.path),
          inArray(escalationStep.kind, kinds),
          gte(escalationStep.at, midnight),
        ),
      );
  const [published, [asked], [answered], [passedUp], closed, [teams]] = await Promise.all([
    scope.tx
      .select({ label: wave.label })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.status, "published"), gte(wave.publishedAt, midnight)))
      .orderBy(asc(wave.closedAt))
      .limit(10),
    scope.tx
      .select({ n: count() })
      .from(escalation)
      .innerJoin(unit, and(eq(unit.orgId, escalation.orgId), eq(unit.id, escalation.unitId)))
      .where(and(eq(escalation.orgId, orgId), within(scope, unit.path), gt(escalation.askedOn, day))),
    steps(["yes_by", "in_part", "no_because"]),
    steps(["overdue"]),
    scope.tx
      .select({ outcome: sql<string>`${planAction.outcome}`, count: count() })
      .from(planAction)
      .innerJoin(unit, and(eq(unit.orgId, planAction.orgId), eq(unit.id, planAction.unitId)))
      .where(and(eq(planAction.orgId, orgId), within(scope, unit.path), gt(planAction.closedOn, day)))
      .groupBy(planAction.outcome)
      .orderBy(asc(planAction.outcome)),
    scope.tx
      .select({ n: count() })
      .from(unit)
      .where(and(liveTeam(scope), gte(unit.createdAt, midnight))),
  ]);
  return {
    published: published.map(({ label }) => label),
    asked: asked?.n ?? 0,
    answered: answered?.n ?? 0,
    passedUp: passedUp?.n ?? 0,
    closed,
    teams: teams?.n ?? 0,
  };
}

/** The day after, at midnight in UTC: near enough for "since you last looked", and the same for everybody. */
export const midnightAfter = (day: string): Date => new Date(`${addDays(day, 1)}T00:00:00Z`);
