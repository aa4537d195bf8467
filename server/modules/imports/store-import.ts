import { STATEMENT_CODES } from "#contracts/statements.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { storeSealed } from "#server/modules/responses/index.ts";
import { type ImportedWave, sealImportedWave } from "#server/modules/waves/index.ts";
import type { CheckedRows } from "./check-rows.ts";
import type { UnitIndex } from "./unit-index.ts";

const BATCH = 10_000;
const WIDTH = STATEMENT_CODES.length;

/**
 * Makes the wave and seals every answer into it, in the caller's transaction: all or nothing.
 * @throws invalid when the wave cannot be made; a foreign key error when a unit is gone
 */
export async function storeImport(
  scope: Scope,
  into: ImportedWave,
  checked: CheckedRows,
  index: UnitIndex,
): Promise<{ waveId: string; units: number }> {
  if (checked.report.rowsWithErrors > 0) throw new Error("rows with errors are never stored");
  const made = await sealImportedWave(scope, into);
  for (let at = 0; at < checked.units.length; at += BATCH) {
    const units = checked.units.subarray(at, at + BATCH);
    await storeSealed(scope, made.waveId, {
      unitIds: Array.from(units, (i) => index.units[i]!.id),
      answers: checked.answers.subarray(at * WIDTH, (at + units.length) * WIDTH),
    });
  }
  return made;
}
