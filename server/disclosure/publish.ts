import { and, eq, sql } from "drizzle-orm";
import {
  release,
  releaseAudit,
  releaseBlock,
  releaseCell,
  releaseFurtherBlock,
  releaseFurtherCell,
  releaseNote,
} from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inReleaserTransaction, type Transaction } from "#server/kernel/transaction.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import { publishNotes } from "./publish-notes.ts";
import { remake } from "./remake.ts";
import { statisticsRow } from "./rows.ts";
import { storedHash } from "./stored.ts";

export type Published = {
  releaseId: string;
  verdict: "passed" | "failed";
  findings: number;
  answers: number;
  /** Whether people wrote notes: their files are to be cleared (clearNotes). */
  notes: boolean;
};

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

    await settleWithdrawn(tx, orgId, clock.now());
    const { totals, units, audit, codeVersion, built, stored } = await remake(tx, found, clock.now());

    const releaseId = crypto.randomUUID();
    const key = { orgId, releaseId };
    await tx.insert(releaseAudit).values({
      ...key,
      waveId,
      verdict: audit.verdict,
      findings: audit.findings.length,
      inputHash: audit.inputHash,
      blockHash: stored && storedHash(stored),
      codeVersion,
      createdAt: clock.now(),
    });
    const answers = totals.nodes.reduce((sum, node) => sum + node.n, 0);
    if (!built || !stored) {
      return { releaseId, verdict: "failed", findings: audit.findings.length, answers, notes: false };
    }

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
    await insertInBatches(stored.blocks, (rows) => tx.insert(releaseBlock).values(rows.map((r) => ({ ...key, ...r }))));
    await insertInBatches(stored.cells, (rows) =>
      tx.insert(releaseCell).values(rows.map((r) => ({ ...key, waveId, ...r }))),
    );
    await insertInBatches(stored.further.blocks, (rows) =>
      tx.insert(releaseFurtherBlock).values(rows.map((r) => ({ ...key, ...r }))),
    );
    await insertInBatches(stored.further.cells, (rows) =>
      tx.insert(releaseFurtherCell).values(rows.map((r) => ({ ...key, ...r }))),
    );
    const second = new Set(built.cells.flatMap((cell) => (cell.second ? [cell.nodeId] : [])));
    const notes = await publishNotes(tx, { ...key, waveId, k2: built.k2 }, units, second);
    await tx
      .update(wave)
      .set({ status: "published", publishedAt: clock.now() })
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    return { releaseId, verdict: "passed", findings: 0, answers, notes };
  });
}

async function existing(tx: Transaction, orgId: string, waveId: string): Promise<Published> {
  const [found] = await tx
    .select({ releaseId: release.id, answers: release.answers })
    .from(release)
    .where(and(eq(release.orgId, orgId), eq(release.waveId, waveId), eq(release.status, "published")));
  if (!found) throw notFound("release");
  const [note] = await tx
    .select({ one: sql`1` })
    .from(releaseNote)
    .where(and(eq(releaseNote.orgId, orgId), eq(releaseNote.releaseId, found.releaseId)))
    .limit(1);
  return { ...found, verdict: "passed", findings: 0, notes: note !== undefined };
}

/** A wave that HR has withdrawn this minute: its release is still to be marked, and counts as out from now on. */
async function settleWithdrawn(tx: Transaction, orgId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update ${release} set status = 'withdrawn', withdrawn_at = ${now.toISOString()}::timestamptz
    from ${wave} where ${wave.orgId} = ${release.orgId} and ${wave.id} = ${release.waveId}
      and ${release.orgId} = ${orgId} and ${release.status} = 'published' and ${wave.status} = 'withdrawn'`);
}

async function insertInBatches<R>(rows: readonly R[], insert: (batch: R[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}
