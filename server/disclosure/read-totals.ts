import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { sealedResponse } from "#db/schema/responses.ts";
import { waveStatement } from "#db/schema/waves.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { createAccumulator, type Totals } from "./accumulator.ts";
import type { Answer } from "./scores.ts";

const BATCH = 10_000;
const COLUMNS = STATEMENT_CODES.map((code) => code.toLowerCase());
/** Elements, not the array: the driver reads a null inside an array of smallint as NaN. */
const columnOf = (code: string) => (code.startsWith("X") ? "extra" : `locals[${code.slice(1)}]`);
const FURTHER = /^(X[1-3]|L[1-5])$/;

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
  const further = await listFurther(tx, orgId, waveId);
  const accumulator = createAccumulator(
    units.map((u) => ({ id: u.unitId, parentId: u.parentId })),
    further,
  );
  const selected = [...COLUMNS, ...further.map((code) => `${columnOf(code)} as ${code.toLowerCase()}`)];
  await tx.execute(
    sql`declare answers no scroll cursor for select unit_id, ${sql.raw(selected.join(", "))} from ${sealedResponse} where org_id = ${orgId}::uuid and wave_id = ${waveId}::uuid`,
  );
  for (;;) {
    const rows = await tx.execute<Row>(sql.raw(`fetch ${BATCH} from answers`));
    for (const row of rows)
      accumulator.add(
        row.unit_id,
        COLUMNS.map((c) => row[c] as Answer),
        further.map((c) => row[c.toLowerCase()] as Answer),
      );
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close answers`);
  return accumulator.finish();
}

/** Codes of the extra statement and of HR's own, as the wave asked them. */
async function listFurther(tx: Transaction, orgId: string, waveId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: waveStatement.code })
    .from(waveStatement)
    .where(
      and(
        eq(waveStatement.orgId, orgId),
        eq(waveStatement.waveId, waveId),
        inArray(waveStatement.part, ["extra", "local"]),
      ),
    )
    .orderBy(asc(waveStatement.position));
  // The codes become column names: nothing else than the table's own check allows gets there.
  return rows.map(({ code }) => code).filter((code) => FURTHER.test(code));
}
