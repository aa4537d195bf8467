import { sql } from "drizzle-orm";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { sealedResponse } from "#db/schema/responses.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { createAccumulator, type Totals } from "./accumulator.ts";
import type { Answer } from "./scores.ts";

const BATCH = 10_000;
const COLUMNS = sql.raw(STATEMENT_CODES.map((code) => code.toLowerCase()).join(", "));

type Row = { unit_id: string } & Record<string, Answer | string>;

/**
 * Reads every sealed answer of a wave once, through a cursor: memory depends on the tree, not on how many answered. This
 * and nothing else turns answers into sums; what is finer than a block never leaves the process.
 */
export async function readTotals(
  tx: Transaction,
  orgId: string,
  waveId: string,
  units: readonly { unitId: string; parentId: string | null }[],
): Promise<Totals> {
  const accumulator = createAccumulator(units.map((u) => ({ id: u.unitId, parentId: u.parentId })));
  const codes = STATEMENT_CODES.map((code) => code.toLowerCase());
  await tx.execute(
    sql`declare answers no scroll cursor for select unit_id, ${COLUMNS} from ${sealedResponse} where org_id = ${orgId}::uuid and wave_id = ${waveId}::uuid`,
  );
  for (;;) {
    const rows = await tx.execute<Row>(sql.raw(`fetch ${BATCH} from answers`));
    for (const row of rows)
      accumulator.add(
        row.unit_id,
        codes.map((c) => row[c] as Answer),
      );
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close answers`);
  return accumulator.finish();
}
