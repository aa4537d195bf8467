import { and, arrayOverlaps, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { assessment } from "#db/schema/assessments.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";

const TEAMS = 60;

/** The teams that somebody supervises, by name; `own` are the units of those roles. */
export function listOwnTeams(scope: Scope, own: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (own.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        eq(unit.status, "live"),
        within(scope, unit.path),
        arrayOverlaps(unit.path, [...own]),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(TEAMS);
}

/** What this person answered about these teams in a wave, once part 2 was closed. Nobody else's answers. */
export function listOwnAnswers(scope: Scope, waveId: string, teamIds: readonly string[]) {
  if (!scope.actor.personId || teamIds.length === 0) return Promise.resolve([]);
  return scope.tx
    .select({ teamId: assessment.teamId, answers: assessment.answers })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.waveId, waveId),
        inArray(assessment.teamId, [...teamIds]),
        eq(assessment.personId, scope.actor.personId),
        isNotNull(assessment.part2ClosedAt),
      ),
    );
}
