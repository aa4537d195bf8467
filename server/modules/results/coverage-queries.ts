import { and, asc, count, eq, exists, gte, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { assessment } from "#db/schema/assessments.ts";
import { roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import type { NamedTeams } from "#contracts/results-pages.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** So many names are shown; the rest is a count. */
const NAMES = 5;

const liveTeam = (scope: Scope) =>
  and(eq(unit.orgId, scope.organisation.id), eq(unit.kind, "team"), eq(unit.status, "live"), within(scope, unit.path));

export async function countTeams(scope: Scope): Promise<number> {
  const [row] = await scope.tx.select({ teams: count() }).from(unit).where(liveTeam(scope));
  return row?.teams ?? 0;
}

async function named(scope: Scope, which: SQL | undefined): Promise<NamedTeams> {
  const rows = await scope.tx
    .select({ unitId: unit.id, name: unit.name, all: sql<number>`(count(*) over ())::int` })
    .from(unit)
    .where(and(liveTeam(scope), which))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(NAMES);
  return { count: rows[0]?.all ?? 0, first: rows.map(({ unitId, name }) => ({ unitId, name })) };
}

/** Live teams that nobody supervises today. */
export function listWithoutSupervisor(scope: Scope): Promise<NamedTeams> {
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const supervised = scope.tx
    .select({ one: sql`1` })
    .from(roleAssignment)
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        eq(roleAssignment.unitId, unit.id),
        eq(roleAssignment.role, "supervisor"),
        isNull(roleAssignment.revokedAt),
        lte(roleAssignment.startsOn, today),
        or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, today)),
      ),
    );
  return named(scope, not(exists(supervised)));
}

const inWave = (scope: Scope, waveId: string) =>
  exists(
    scope.tx
      .select({ one: sql`1` })
      .from(waveUnit)
      .where(and(eq(waveUnit.orgId, scope.organisation.id), eq(waveUnit.waveId, waveId), eq(waveUnit.unitId, unit.id))),
  );

/** Teams of an open wave: how many, and those whose first part is not given yet. */
export async function readWaiting(scope: Scope, waveId: string): Promise<{ teams: number; waiting: NamedTeams }> {
  const given = scope.tx
    .select({ one: sql`1` })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, scope.organisation.id),
        eq(assessment.waveId, waveId),
        eq(assessment.teamId, unit.id),
        isNotNull(assessment.part1ClosedAt),
      ),
    );
  const [[all], waiting] = await Promise.all([
    scope.tx
      .select({ teams: count() })
      .from(unit)
      .where(and(liveTeam(scope), inWave(scope, waveId))),
    named(scope, and(inWave(scope, waveId), not(exists(given)))),
  ]);
  return { teams: all?.teams ?? 0, waiting };
}
