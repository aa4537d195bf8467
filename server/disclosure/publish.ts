import { and, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { release, releaseAudit, releaseBlock, releaseCell } from "#db/schema/releases.ts";
import { wave, waveUnit } from "#db/schema/waves.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inReleaserTransaction, type Transaction } from "#server/kernel/transaction.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { EarlierRelease } from "./audit/audit.ts";
import { placesOf } from "./audit/places.ts";
import { blockRows, cellRows, type FrozenUnit, statisticsRow } from "./rows.ts";
import { readTotals } from "./read-totals.ts";
import { buildRelease } from "./release.ts";
import type { Totals } from "./accumulator.ts";
import { directLeafId } from "./tree.ts";

export type Published = { releaseId: string; verdict: "passed" | "failed"; findings: number; answers: number };

/**
 * Makes and publishes the release of a sealed wave, in one transaction of the releaser role: reads the sealed answers,
 * decides what is shown, audits it, and stores audit, blocks and cells together. A failed audit is stored alone and holds
 * the results back. Idempotent: a published wave answers with the release it has.
 *
 * @throws not_found; refused when the wave is not sealed
 */
export function publishWave(orgId: string, waveId: string, clock: Clock): Promise<Published> {
  return inReleaserTransaction({ orgId }, async (tx) => {
    const [found] = await tx
      .select()
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)))
      .for("update");
    if (!found) throw notFound("wave");
    if (found.status === "published") return existing(tx, orgId, waveId);
    if (found.status !== "sealed") throw refused("Only a closed wave can be published.");

    const units = await readFrozenTree(tx, orgId, waveId);
    const totals = await readTotals(tx, orgId, waveId, units);
    const { audit, release: built } = buildRelease({
      totals,
      k: found.k,
      ...(found.source === "pulse" && { invited: new Map(units.map((u) => [u.unitId, u.invited ?? 0])) }),
      hiddenBefore: await hiddenBefore(tx, orgId, found.closedAt),
      earlier: await earlierOfSameAnswers(tx, orgId, waveId, found.closedAt, totals),
    });

    const releaseId = crypto.randomUUID();
    const key = { orgId, releaseId };
    await tx.insert(releaseAudit).values({
      ...key,
      waveId,
      verdict: audit.verdict,
      findings: audit.findings.length,
      inputHash: audit.inputHash,
      codeVersion: audit.auditVersion,
    });
    const answers = totals.nodes.reduce((sum, node) => sum + node.n, 0);
    if (!built) return { releaseId, verdict: "failed", findings: audit.findings.length, answers };

    const { s, ...statistics } = built.statistics;
    await tx.insert(release).values({
      orgId,
      id: releaseId,
      waveId,
      k: built.k,
      k2: built.k2,
      sDirection: s[0].s,
      sDelivery: s[1].s,
      answers,
      statistics: statisticsRow(statistics, s),
      createdAt: clock.now(),
    });
    await insertInBatches(blockRows(built), (rows) =>
      tx.insert(releaseBlock).values(rows.map((r) => ({ ...key, ...r }))),
    );
    await insertInBatches(cellRows(built, units, totals), (rows) =>
      tx.insert(releaseCell).values(rows.map((r) => ({ ...key, waveId, ...r }))),
    );
    await tx
      .update(wave)
      .set({ status: "published", publishedAt: clock.now() })
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    return { releaseId, verdict: "passed", findings: 0, answers };
  });
}

async function existing(tx: Transaction, orgId: string, waveId: string): Promise<Published> {
  const [found] = await tx
    .select({ releaseId: release.id, answers: release.answers })
    .from(release)
    .where(and(eq(release.orgId, orgId), eq(release.waveId, waveId), eq(release.status, "published")));
  if (!found) throw notFound("release");
  return { ...found, verdict: "passed", findings: 0 };
}

async function readFrozenTree(
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
async function hiddenBefore(
  tx: Transaction,
  orgId: string,
  closedAt: Date | null,
): Promise<{ first: Set<string>; second: Set<string> }> {
  const hidden = { first: new Set<string>(), second: new Set<string>() };
  if (!closedAt) return hidden;
  const [before] = await tx
    .select({ id: release.id })
    .from(release)
    .innerJoin(wave, and(eq(wave.orgId, release.orgId), eq(wave.id, release.waveId)))
    .where(and(eq(release.orgId, orgId), eq(release.status, "published"), lt(wave.closedAt, closedAt)))
    .orderBy(desc(wave.closedAt))
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

/**
 * Releases that were withdrawn and may rest on the same answers: those of waves that closed on the same day. Importing
 * the same answers again is audited jointly with what was already out; taking one too many only makes the audit stricter.
 */
async function earlierOfSameAnswers(
  tx: Transaction,
  orgId: string,
  waveId: string,
  closedAt: Date | null,
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
        eq(release.status, "withdrawn"),
        ne(release.waveId, waveId),
        sql`${wave.closedAt}::date = ${closedAt.toISOString()}::timestamptz::date`,
      ),
    );
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

async function insertInBatches<R>(rows: readonly R[], insert: (batch: R[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}
