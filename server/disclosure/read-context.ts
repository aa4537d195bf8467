import { and, desc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { release, releaseCell } from "#db/schema/releases.ts";
import { wave, waveUnit } from "#db/schema/waves.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import type { EarlierRelease } from "./audit/audit.ts";
import { placesOf } from "./audit/places.ts";
import type { Totals } from "./accumulator.ts";
import type { HiddenBefore } from "./rule.ts";
import type { FrozenUnit } from "./rows.ts";
import { directLeafId } from "./tree.ts";

/** What a release depends on besides the answers. All of it as it stood at a moment, so that it can be made again later. */
export type Moment = { orgId: string; waveId: string; closedAt: Date | null; at: Date };

export function readFrozenTree(
  tx: Transaction,
  orgId: string,
  waveId: string,
): Promise<(FrozenUnit & { invited: number | null })[]> {
  return tx
    .select({
      unitId: waveUnit.unitId,
      parentId: waveUnit.parentId,
      code: waveUnit.code,
      name: waveUnit.name,
      kind: waveUnit.kind,
      path: waveUnit.path,
      invited: waveUnit.invited,
    })
    .from(waveUnit)
    .where(and(eq(waveUnit.orgId, orgId), eq(waveUnit.waveId, waveId)))
    .orderBy(waveUnit.position);
}

/** Ids not shown in the published wave before: among equals they stay hidden, so that patterns are steady. */
export async function hiddenBefore(
  tx: Transaction,
  { orgId, waveId, closedAt, at }: Moment,
): Promise<{ first: Set<string>; second: Set<string> } & HiddenBefore> {
  const hidden = { first: new Set<string>(), second: new Set<string>() };
  if (!closedAt) return hidden;
  const [before] = await tx
    .select({ id: release.id })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(
      and(
        eq(release.orgId, orgId),
        ne(release.waveId, waveId),
        eq(wave.rehearsal, false),
        lte(release.createdAt, at),
        or(isNull(release.withdrawnAt), gt(release.withdrawnAt, at)),
        sql`${wave.closedAt} < ${closedAt.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(wave.closedAt), desc(wave.id))
    .limit(1);
  if (!before) return hidden;
  const cells = await tx
    .select({
      unitId: releaseCell.unitId,
      direct: releaseCell.direct,
      shown: releaseCell.shown,
      shownInFiles: releaseCell.shownInFiles,
    })
    .from(releaseCell)
    .where(and(eq(releaseCell.orgId, orgId), eq(releaseCell.releaseId, before.id)));
  for (const cell of cells) {
    const id = cell.direct ? directLeafId(cell.unitId) : cell.unitId;
    if (!cell.shown) hidden.first.add(id);
    if (!cell.shownInFiles) hidden.second.add(id);
  }
  return hidden;
}

/** Days within which a wave and a withdrawn one may rest on the same answers: waves are a month apart or more. */
const SAME_ANSWERS_DAYS = 20;

/**
 * Releases that were withdrawn and may rest on the same answers: those of waves that closed within twenty days, whatever
 * they are called now. Importing the same answers again, perhaps with another day, is audited jointly with what was
 * already out; taking one too many only makes the audit stricter.
 */
export async function earlierOfSameAnswers(
  tx: Transaction,
  { orgId, waveId, closedAt, at }: Moment,
  totals: Totals,
): Promise<EarlierRelease[]> {
  if (!closedAt) return [];
  const withdrawn = await tx
    .select({ id: release.id })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(
      and(
        eq(release.orgId, orgId),
        lte(release.withdrawnAt, at),
        ne(release.waveId, waveId),
        eq(wave.rehearsal, false),
        sql`abs(extract(epoch from ${wave.closedAt} - ${closedAt.toISOString()}::timestamptz)) <= ${SAME_ANSWERS_DAYS * 86_400}`,
      ),
    )
    .orderBy(release.id);
  if (withdrawn.length === 0) return [];
  const known = new Set(totals.nodes.map((node) => node.id));
  const cells = await tx
    .select()
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.orgId, orgId),
        eq(releaseCell.shown, true),
        inArray(
          releaseCell.releaseId,
          withdrawn.map((w) => w.id),
        ),
      ),
    );
  return withdrawn.map(({ id }) => {
    const own = cells.filter((c) => c.releaseId === id && known.has(c.unitId));
    const nodeIds = (of: typeof own) => of.map((c) => (c.direct ? directLeafId(c.unitId) : c.unitId));
    const inFiles = own.filter((c) => c.shownInFiles);
    const axes = own.map((c): [number, number] => [c.directionSum ?? 0, c.deliverySum ?? 0]);
    return {
      first: placesOf(totals.nodes, nodeIds(own)).map((places, i) => ({ places, axes: axes[i] ?? null })),
      second: placesOf(totals.nodes, nodeIds(inFiles)),
    };
  });
}
