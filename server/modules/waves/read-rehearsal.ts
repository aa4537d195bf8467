import { and, asc, eq } from "drizzle-orm";
import type { RehearsalView } from "#contracts/wave-views.ts";
import type { WaveRef } from "#contracts/waves.ts";
import { release, releaseCell } from "#db/schema/releases.ts";
import { riskOf, roundHalfAway } from "#server/disclosure/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindWave } from "./queries.ts";

const LISTED = 400;

/**
 * The made-up results of a rehearsal, in tree order, as the first pattern shows them.
 * @throws not_found, for a real wave too: its results are read where everybody's are
 */
export async function readRehearsal(scope: Scope<"wave:run">, input: WaveRef): Promise<RehearsalView> {
  const found = await mustFindWave(scope, input.waveId);
  if (!found.rehearsal) throw notFound("rehearsal");
  const cells = await scope.tx
    .select({
      unitId: releaseCell.unitId,
      parentId: releaseCell.parentId,
      name: releaseCell.name,
      kind: releaseCell.kind,
      path: releaseCell.path,
      shown: releaseCell.shown,
      n: releaseCell.n,
      directionSum: releaseCell.directionSum,
      deliverySum: releaseCell.deliverySum,
    })
    .from(releaseCell)
    .innerJoin(release, and(eq(release.orgId, releaseCell.orgId), eq(release.id, releaseCell.releaseId)))
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        eq(release.waveId, found.id),
        eq(release.status, "published"),
        eq(releaseCell.direct, false),
      ),
    )
    .orderBy(asc(releaseCell.position))
    .limit(LISTED);
  const risk = (n: number | null, sum: number | null) => {
    const exact = n === null || sum === null ? null : riskOf({ n, sum });
    return exact === null ? null : roundHalfAway(exact);
  };
  return {
    waveId: found.id,
    label: found.label,
    k: found.k,
    ready: found.status === "published",
    units: cells.map((cell) => ({
      unitId: cell.unitId,
      parentId: cell.parentId,
      name: cell.name,
      isTeam: cell.kind === "team",
      depth: cell.path.length - 1,
      engagementRisk: cell.shown ? risk(cell.n, cell.directionSum) : null,
      deliveryRisk: cell.shown ? risk(cell.n, cell.deliverySum) : null,
      answers: cell.shown ? cell.n : null,
    })),
  };
}
