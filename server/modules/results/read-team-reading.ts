import type { ResultRow } from "#contracts/results.ts";
import type { Reading } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockedTeams } from "./lock.ts";
import { readFrame } from "./read-frame.ts";
import { readingOf, toRow } from "./views.ts";

/** What the latest published wave shows of one team. Readings are unrounded, 0-100; s in points. */
export type TeamReading = {
  waveId: string;
  closedAt: Date | null;
  n: number;
  engagement: Reading;
  delivery: Reading;
  sDirection: number;
  sDelivery: number;
  /** Correlation of the two axes between the people of the wave; null where there were too few. */
  r: number | null;
  /** With statements where the second pattern shows them. */
  row: ResultRow;
};

/**
 * The team's own side for its supervisor: the latest published wave, null where the team is not shown in it, and null while
 * the supervisor's own view comes first (see lockedTeams).
 *
 * @param teamId a team of the scope; the caller has made sure of it
 */
export async function readTeamReading(scope: Scope, teamId: string): Promise<TeamReading | null> {
  if ((await lockedTeams(scope, [teamId])).has(teamId)) return null;
  const opened = await readFrame(scope, { view: "team", statements: true });
  const cell = opened?.cells.find((c) => c.unitId === teamId && !c.direct);
  if (!opened || !cell || cell.n === null) return null;
  const { release } = opened.frame;
  const engagement = readingOf(opened.frame, cell, "engagement");
  const delivery = readingOf(opened.frame, cell, "delivery");
  if (!engagement || !delivery) return null;
  return {
    waveId: release.waveId,
    closedAt: release.closedAt,
    n: cell.n,
    engagement,
    delivery,
    sDirection: release.sDirection,
    sDelivery: release.sDelivery,
    r: release.statistics.r ?? null,
    row: toRow(opened.frame, cell),
  };
}
