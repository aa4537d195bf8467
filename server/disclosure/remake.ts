import type { wave } from "#db/schema/waves.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { earlierOfSameAnswers, hiddenBefore, readFrozenTree } from "./read-context.ts";
import { readTotals } from "./read-totals.ts";
import { buildRelease } from "./release.ts";
import { blockRows, cellRows, furtherRows } from "./rows.ts";
import { RULE_VERSION } from "./rule.ts";

type WaveRow = typeof wave.$inferSelect;

/**
 * Makes the release of a wave from its sealed answers, in memory: what is published, and what a certificate compares with
 * what was stored. Needs the answers; once they are deleted, there is nothing to make it from.
 * @param at the moment of publication: earlier and withdrawn releases count as they stood then
 */
export async function remake(tx: Transaction, { orgId, id: waveId, k, source, closedAt }: WaveRow, at: Date) {
  const moment = { orgId, waveId, closedAt, at };
  const units = await readFrozenTree(tx, orgId, waveId);
  const totals = await readTotals(tx, orgId, waveId, units);
  const { audit, release: built } = buildRelease({
    totals,
    k,
    ...(source === "pulse" && { invited: new Map(units.map((u) => [u.unitId, u.invited ?? 0])) }),
    hiddenBefore: await hiddenBefore(tx, moment),
    earlier: await earlierOfSameAnswers(tx, moment, totals),
  });
  const stored = built && {
    blocks: blockRows(built),
    cells: cellRows(built, units, totals),
    further: furtherRows(built),
  };
  return { units, totals, audit, built, stored, codeVersion: `${RULE_VERSION} ${audit.auditVersion}` };
}
