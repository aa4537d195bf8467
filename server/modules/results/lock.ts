import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { assessment } from "#db/schema/assessments.ts";
import type { ResultLock } from "#contracts/results-pages.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOpenWave, listFrozenIds } from "#server/modules/waves/index.ts";

/**
 * Which of a supervisor's own teams wait for the assessment: while a wave that holds the team is open, its earlier results
 * are shown once part 2 is closed, so that the assessment is the supervisor's own view.
 */
export async function lockedTeams(scope: Scope, teamIds: readonly string[]): Promise<Map<string, ResultLock>> {
  const locks = new Map<string, ResultLock>();
  const open = teamIds.length > 0 ? await findOpenWave(scope) : null;
  if (!open) return locks;
  const [inWave, given] = await Promise.all([
    listFrozenIds(scope, open.id, teamIds),
    scope.tx
      .select({ teamId: assessment.teamId })
      .from(assessment)
      .where(
        and(
          eq(assessment.orgId, scope.organisation.id),
          eq(assessment.waveId, open.id),
          inArray(assessment.teamId, [...teamIds]),
          isNotNull(assessment.part2ClosedAt),
        ),
      ),
  ]);
  const done = new Set(given.map((row) => row.teamId));
  for (const teamId of inWave) if (!done.has(teamId)) locks.set(teamId, { teamId, waveLabel: open.label });
  return locks;
}
