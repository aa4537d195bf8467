import { and, asc, eq, inArray } from "drizzle-orm";
import type { FurtherStatement } from "#contracts/results-pages.ts";
import { releaseFurtherCell } from "#db/schema/releases.ts";
import { waveStatement } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { furtherOf } from "./further-rules.ts";
import type { Frame } from "./views.ts";

/**
 * The extra statement and HR's own of one wave at one unit, beside the organisation's.
 * @param unitId a unit that the caller has found readable
 */
export async function listFurther(
  scope: Scope,
  { release, yardstick }: Frame,
  { unitId }: { unitId: string },
): Promise<FurtherStatement[]> {
  const orgId = scope.organisation.id;
  const asked = await scope.tx
    .select({ code: waveStatement.code, words: waveStatement.en })
    .from(waveStatement)
    .where(
      and(
        eq(waveStatement.orgId, orgId),
        eq(waveStatement.waveId, release.waveId),
        inArray(waveStatement.part, ["extra", "local"]),
      ),
    )
    .orderBy(asc(waveStatement.position));
  if (asked.length === 0) return [];
  const sums = await scope.tx
    .select({
      code: releaseFurtherCell.code,
      unitId: releaseFurtherCell.unitId,
      n: releaseFurtherCell.n,
      sum: releaseFurtherCell.sum,
    })
    .from(releaseFurtherCell)
    .where(
      and(
        eq(releaseFurtherCell.orgId, orgId),
        eq(releaseFurtherCell.releaseId, release.releaseId),
        inArray(releaseFurtherCell.unitId, [unitId, ...(yardstick ? [yardstick.unitId] : [])]),
        eq(releaseFurtherCell.direct, false),
      ),
    );
  return furtherOf(asked, sums, unitId, yardstick?.unitId ?? null);
}
