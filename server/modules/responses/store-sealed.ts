import { sql } from "drizzle-orm";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { sealedResponse } from "#db/schema/responses.ts";
import type { Scope } from "#server/kernel/scope.ts";

/**
 * Answers of many people, column by column in memory that does not grow with their number of objects: `answers` holds
 * twelve per person in the order of STATEMENT_CODES: 1..5, 0 = does not apply, BLANK = left blank.
 */
export type SealedBatch = {
  /** Node of the wave's frozen tree that the person sits in. */
  unitIds: readonly string[];
  answers: Uint8Array;
  /** Six per person where the wave asked more: the extra, and L1 to L5. */
  further?: Uint8Array;
};

/** Stands for null in a byte. */
export const BLANK = 255;

const WIDTH = STATEMENT_CODES.length;
const COLUMNS = STATEMENT_CODES.map((code) => code.toLowerCase());
const FURTHER = ["extra", "l1", "l2", "l3", "l4", "l5"];

/**
 * Seals answers into a closed wave: the only writer of answers outside `server/disclosure`. Insert only: this role can
 * never read them back. The rows of a batch are stored in random order and with random ids.
 *
 * @throws Error when the two parts do not fit together; a foreign key error when a unit is not in the wave's tree
 */
export async function storeSealed(scope: Scope, waveId: string, batch: SealedBatch): Promise<void> {
  const size = batch.unitIds.length;
  const { answers, further } = batch;
  if (answers.length !== size * WIDTH || (further && further.length !== size * FURTHER.length))
    throw new Error("answers and units of a batch do not fit together");
  if (size === 0) return;
  const literals = [
    ...COLUMNS.map((_, j) => columnLiteral(answers, size, WIDTH, j)),
    ...(further ? FURTHER.map((_, j) => columnLiteral(further, size, FURTHER.length, j)) : []),
  ];
  const names = [...COLUMNS, ...(further ? FURTHER : [])];
  const into = [...COLUMNS, ...(further ? ["extra", "locals"] : [])];
  const from = [
    ...COLUMNS.map((name) => `b.${name}`),
    ...(further ? ["b.extra", "array[b.l1, b.l2, b.l3, b.l4, b.l5]"] : []),
  ];
  await scope.tx.execute(sql`
    insert into ${sealedResponse} (org_id, wave_id, unit_id, ${sql.raw(into.join(", "))})
    select ${scope.organisation.id}::uuid, ${waveId}::uuid, b.unit_id, ${sql.raw(from.join(", "))}
    from unnest(${`{${batch.unitIds.join(",")}}`}::text::uuid[],
        ${sql.join(
          literals.map((literal) => sql`${literal}::text::smallint[]`),
          sql`, `,
        )})
      as b (unit_id, ${sql.raw(names.join(", "))})
    order by random()`);
}

/** One statement's answers as a Postgres array literal: one parameter a column, whatever the number of rows. */
function columnLiteral(answers: Uint8Array, size: number, width: number, column: number): string {
  const parts = new Array<string>(size);
  for (let row = 0; row < size; row++) {
    const value = answers[row * width + column]!;
    if (value > 5 && value !== BLANK) throw new Error("an answer is 0..5 or blank");
    parts[row] = value === BLANK ? "null" : String(value);
  }
  return `{${parts.join(",")}}`;
}
