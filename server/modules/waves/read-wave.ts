import { and, count, eq } from "drizzle-orm";
import type { WavePageView } from "#contracts/wave-views.ts";
import type { WaveProgress, WaveRef } from "#contracts/waves.ts";
import { assessment } from "#db/schema/assessments.ts";
import { unit } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findRunning } from "./pulse-queries.ts";
import { countFrozenTeams, mustFindWave, type WaveRow } from "./queries.ts";
import { readPulse } from "./read-pulse.ts";
import { readRehearsal } from "./read-rehearsal.ts";
import { toWaveSummary } from "./views.ts";

/**
 * One wave for HR: dates, how many teams have given which part (counts only, never whose), and what it holds as a pulse or
 * a rehearsal.
 * @throws not_found
 */
export async function readWave(scope: Scope<"wave:run">, input: WaveRef): Promise<WavePageView> {
  const found = await mustFindWave(scope, input.waveId);
  const [progress, running, [today]] = await Promise.all([
    progressOf(scope, found),
    findRunning(scope, found.id),
    scope.tx
      .select({ teams: count() })
      .from(unit)
      .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.kind, "team"), eq(unit.status, "live"))),
  ]);
  return {
    ...toWaveSummary(found, scope.organisation.zone),
    progress,
    teamsToday: today?.teams ?? 0,
    openNow: running?.label ?? null,
    pulse: found.source === "pulse" && !found.rehearsal ? await readPulse(scope, input) : null,
    rehearsed: found.rehearsal ? await readRehearsal(scope, input) : null,
  };
}

async function progressOf(scope: Scope, found: WaveRow): Promise<WaveProgress | null> {
  if (found.openedAt === null) return null;
  const [teams, [closed]] = await Promise.all([
    countFrozenTeams(scope, found.id),
    scope.tx
      .select({
        part1: count(assessment.part1ClosedAt),
        part2: count(assessment.part2ClosedAt),
        part3: count(assessment.part3ClosedAt),
      })
      .from(assessment)
      .where(and(eq(assessment.orgId, scope.organisation.id), eq(assessment.waveId, found.id))),
  ]);
  return { teams, part1: closed?.part1 ?? 0, part2: closed?.part2 ?? 0, part3: closed?.part3 ?? 0 };
}
