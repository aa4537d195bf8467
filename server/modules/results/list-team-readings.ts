import { and, asc, eq } from "drizzle-orm";
import { release, releaseCell } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { riskOf } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockedTeams } from "./lock.ts";

/** One published wave as its team answered it: unrounded risks, answers, and the wave's s of each axis. */
export type PastReading = {
  waveId: string;
  label: string;
  /** When people began to answer; the day of closing where an import does not say. */
  askedAt: Date;
  publishedAt: Date;
  /** Null where the team is not shown. */
  read: { n: number; engagement: number; delivery: number; sDirection: number; sDelivery: number } | null;
};

/**
 * The published waves of one team, oldest first; none while the supervisor's own view comes first.
 * @param teamId a team of the scope; the caller has made sure of it
 */
export async function listTeamReadings(scope: Scope, teamId: string): Promise<PastReading[]> {
  if ((await lockedTeams(scope, [teamId])).has(teamId)) return [];
  const rows = await scope.tx
    .select({
      waveId: wave.id,
      label: wave.label,
      openedAt: wave.openedAt,
      closedAt: wave.closedAt,
      publishedAt: wave.publishedAt,
      createdAt: release.createdAt,
      sDirection: release.sDirection,
      sDelivery: release.sDelivery,
      shown: releaseCell.shown,
      n: releaseCell.n,
      directionSum: releaseCell.directionSum,
      deliverySum: releaseCell.deliverySum,
    })
    .from(releaseCell)
    .innerJoin(release, and(eq(release.orgId, releaseCell.orgId), eq(release.id, releaseCell.releaseId)))
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(releaseCell.unitId, teamId),
        eq(releaseCell.direct, false),
        eq(release.status, "published"),
        eq(wave.status, "published"),
      ),
    )
    .orderBy(asc(wave.closedAt), asc(wave.id))
    .limit(60);
  return rows.map(({ shown, n, directionSum, deliverySum, ...row }): PastReading => {
    const publishedAt = row.publishedAt ?? row.createdAt;
    const askedAt = row.openedAt ?? row.closedAt ?? publishedAt;
    const [engagement, delivery] = [directionSum, deliverySum].map((sum) =>
      shown && n !== null && sum !== null ? riskOf({ n, sum }) : null,
    );
    const read =
      n !== null && engagement != null && delivery != null
        ? { n, engagement, delivery, sDirection: row.sDirection, sDelivery: row.sDelivery }
        : null;
    return { waveId: row.waveId, label: row.label, askedAt, publishedAt, read };
  });
}
