import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { releaseAudit, releaseCell } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** More units than anybody can tell apart in a drawing. */
const UNITS = 400;

/** The organisation and the units of a release that are shown, largest first; no team. */
export function listFunnelCells(scope: Scope, releaseId: string) {
  return scope.tx
    .select({
      unitId: releaseCell.unitId,
      name: releaseCell.name,
      kind: releaseCell.kind,
      path: releaseCell.path,
      n: releaseCell.n,
      directionSum: releaseCell.directionSum,
      deliverySum: releaseCell.deliverySum,
    })
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(releaseCell.releaseId, releaseId),
        eq(releaseCell.shown, true),
        inArray(releaseCell.kind, ["organisation", "unit"]),
      ),
    )
    .orderBy(asc(releaseCell.position))
    .limit(UNITS);
}

/** Teams of the whole wave that are shown, in general. */
export async function countShown(scope: Scope, releaseId: string) {
  const shown = (column: typeof releaseCell.shown | typeof releaseCell.shownInFiles) =>
    sql<number>`(count(*) filter (where ${column}))::int`;
  const [row] = await scope.tx
    .select({ teams: count(), onScreen: shown(releaseCell.shown), inFiles: shown(releaseCell.shownInFiles) })
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(releaseCell.releaseId, releaseId),
        eq(releaseCell.kind, "team"),
      ),
    );
  return row ?? { teams: 0, onScreen: 0, inFiles: 0 };
}

/** What was promised and checked, as fingerprints. */
export async function findProof(scope: Scope, releaseId: string) {
  const [found] = await scope.tx
    .select({ receipt: wave.receipt, inputHash: releaseAudit.inputHash, checkedAt: releaseAudit.createdAt })
    .from(releaseAudit)
    .innerJoin(wave, and(eq(wave.orgId, releaseAudit.orgId), eq(wave.id, releaseAudit.waveId)))
    .where(and(eq(releaseAudit.orgId, scope.organisation.id), eq(releaseAudit.releaseId, releaseId)));
  return found ?? null;
}
