import { and, desc, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
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
 * already out. Each of its sums covers the places that lay under the node in *its own* frozen tree; one over another number
 * of people than now is about other people, and is left out.
 */
export async function earlierOfSameAnswers(
  tx: Transaction,
  { orgId, waveId, closedAt, at }: Moment,
  totals: Totals,
): Promise<EarlierRelease[]> {
  if (!closedAt) return [];
  const withdrawn = await tx
    .select({ id: release.id, k: release.k, waveId: release.waveId })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(
      and(
        eq(release.orgId, orgId),
        lte(release.withdrawnAt, at),
        ne(release.waveId, waveId),
        sql`abs(extract(epoch from ${wave.closedAt} - ${closedAt.toISOString()}::timestamptz)) <= ${SAME_ANSWERS_DAYS * 86_400}`,
      ),
    )
    .orderBy(release.id);
  const people = new Map(totals.nodes.map((node) => [node.id, node.n]));
  const earlier: EarlierRelease[] = [];
  for (const out of withdrawn) earlier.push(await sumsOf(tx, orgId, out, people));
  return earlier;
}

async function sumsOf(
  tx: Transaction,
  orgId: string,
  { id, k, waveId }: { id: string; k: number; waveId: string },
  people: ReadonlyMap<string, number>,
): Promise<EarlierRelease> {
  const tree = (await readFrozenTree(tx, orgId, waveId)).map((unit) => ({
    id: unit.unitId,
    parentId: unit.parentId,
    n: people.get(unit.unitId) ?? 0,
  }));
  const cells = await tx
    .select()
    .from(releaseCell)
    .where(and(eq(releaseCell.orgId, orgId), eq(releaseCell.releaseId, id), eq(releaseCell.shown, true)));
  const covered = placesOf(
    tree,
    cells.map((cell) => (cell.direct ? directLeafId(cell.unitId) : cell.unitId)),
  );
  const sums = cells
    .map((cell, i) => ({ cell, places: covered[i] ?? [] }))
    .filter(({ cell, places }) => places.reduce((n, place) => n + (people.get(place) ?? 0), 0) === cell.n);
  return {
    k,
    first: sums.map(({ cell, places }) => ({ places, axes: [cell.directionSum ?? 0, cell.deliverySum ?? 0] })),
    second: sums.filter(({ cell }) => cell.shownInFiles).map(({ places }) => places),
  };
}
