import { and, desc, eq, inArray } from "drizzle-orm";
import type { ExtraCode } from "#contracts/wave-plans.ts";
import { release, releaseFurtherCell } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { riskOf } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** What one extra statement of the product read in one wave of one team: 0-100, higher is worse, unrounded. */
export type ExtraRisk = { teamId: string; waveId: string; risk: number; n: number };

/**
 * One of the product's own extras at these teams, in every published wave that asked it and shows it there, latest first.
 * The three are worded so that agreement is good: 100 minus it is a risk. In no axis.
 * @param teamIds teams that the caller has found readable and not locked
 */
export async function listExtraRisks(scope: Scope, teamIds: readonly string[], code: ExtraCode): Promise<ExtraRisk[]> {
  if (teamIds.length === 0) return [];
  const rows = await scope.tx
    .select({
      teamId: releaseFurtherCell.unitId,
      waveId: release.waveId,
      n: releaseFurtherCell.n,
      sum: releaseFurtherCell.sum,
    })
    .from(releaseFurtherCell)
    .innerJoin(release, and(eq(release.orgId, releaseFurtherCell.orgId), eq(release.id, releaseFurtherCell.releaseId)))
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(
      and(
        eq(releaseFurtherCell.orgId, scope.organisation.id),
        inArray(releaseFurtherCell.unitId, [...teamIds]),
        eq(releaseFurtherCell.direct, false),
        eq(releaseFurtherCell.code, code),
        eq(release.status, "published"),
        eq(wave.status, "published"),
        eq(wave.rehearsal, false),
      ),
    )
    .orderBy(desc(wave.closedAt), desc(wave.id));
  return rows.flatMap(({ teamId, waveId, n, sum }) => {
    const risk = riskOf({ n, sum });
    return risk === null ? [] : [{ teamId, waveId, n, risk }];
  });
}
