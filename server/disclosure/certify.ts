import { and, desc, eq } from "drizzle-orm";
import { release, releaseAudit } from "#db/schema/releases.ts";
import { wave } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import { inReleaserTransaction, type Transaction } from "#server/kernel/transaction.ts";
import { auditChecks, type Check, checkStored } from "./check-stored.ts";
import { readFrozenTree } from "./read-context.ts";
import { remake } from "./remake.ts";
import { readStored, storedHash } from "./stored.ts";

/** A disclosure certificate made again. */
export type Certification = {
  verdict: "passed" | "failed";
  checks: Check[];
  k: number;
  k2: number;
  inputHash: string;
  blockHash: string | null;
  /** Versions under which it was published, and under which it was made again. */
  codeVersion: string;
  units: number;
  /** False once the answers were deleted as promised: then the stored blocks alone are checked. */
  answersThere: boolean;
};

type AuditRow = typeof releaseAudit.$inferSelect;
type ReleaseRow = typeof release.$inferSelect;

/**
 * Makes the certificate of a wave again. From the stored blocks: that nothing was changed, that cells are sums of blocks,
 * and the exact, coalition and interval checks. While the answers are there, the release is made anew too, and rule,
 * hashes and every sum are compared. Reads only. A wave whose check failed has no blocks: it is made and checked anew.
 *
 * @throws not_found where nothing was ever checked, and for a withdrawn wave
 */
export function certifyWave(orgId: string, waveId: string): Promise<Certification> {
  return inReleaserTransaction({ orgId }, async (tx) => {
    const [row] = await tx
      .select()
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    if (!row || row.status === "withdrawn") throw notFound("wave");
    const [audited] = await tx
      .select({ audit: releaseAudit, release })
      .from(releaseAudit)
      .leftJoin(release, and(eq(release.orgId, releaseAudit.orgId), eq(release.id, releaseAudit.releaseId)))
      .where(and(eq(releaseAudit.orgId, orgId), eq(releaseAudit.waveId, waveId)))
      .orderBy(desc(releaseAudit.verdict), desc(releaseAudit.createdAt))
      .limit(1);
    if (!audited) throw notFound("certificate");
    return certify(tx, row, audited.audit, audited.release);
  });
}

async function certify(
  tx: Transaction,
  row: typeof wave.$inferSelect,
  audit: AuditRow,
  made: ReleaseRow | null,
): Promise<Certification> {
  const { orgId, id: waveId } = row;
  const checks: Check[] = [];
  const units = await readFrozenTree(tx, orgId, waveId);
  const k2 = made?.k2 ?? Math.max(10, row.k);
  let stored: string | null = null;
  if (made) {
    const rows = await readStored(tx, orgId, made.id);
    stored = storedHash(rows);
    checks.push(
      audit.blockHash === null
        ? { name: "unchanged", holds: null, why: "published before this was kept" }
        : { name: "unchanged", holds: audit.blockHash === stored },
      ...checkStored(units, rows, made.k, k2),
    );
  }
  // A release of k = 5 stays one of k = 5 even if the wave's k was raised for nothing afterwards.
  const again = await remake(tx, { ...row, k: made?.k ?? row.k }, made?.createdAt ?? audit.createdAt);
  const answersThere = again.totals.nodes.some((node) => node.n > 0) || (made !== null && made.answers === 0);
  const gone = { holds: null, why: "the answers were deleted, as promised" };
  if (!answersThere) checks.push({ name: "rule", ...gone }, { name: "input", ...gone });
  else if (made) {
    const same = again.stored !== null && storedHash(again.stored) === stored;
    checks.push({ name: "rule", holds: same }, { name: "input", holds: again.audit.inputHash === audit.inputHash });
  } else checks.push(...auditChecks(again.audit), { name: "rule", holds: null, why: "nothing is published" });
  return {
    verdict: made !== null && checks.every((check) => check.holds !== false) ? "passed" : "failed",
    checks,
    k: made?.k ?? row.k,
    k2,
    inputHash: audit.inputHash,
    blockHash: audit.blockHash,
    codeVersion: audit.codeVersion,
    units: units.length,
    answersThere,
  };
}
