import { sql } from "drizzle-orm";
import { sealedNote } from "#db/schema/responses.ts";
import type { Scope } from "#server/kernel/scope.ts";

/**
 * Seals notes into a closed wave, in random order and with random ids, one a person at most. Insert only, as with answers:
 * this role never reads a note before it is published.
 *
 * @throws a foreign key error when a unit is not in the wave's tree
 */
export async function storeSealedNotes(
  scope: Scope,
  waveId: string,
  notes: readonly { unitId: string; note: string }[],
): Promise<void> {
  if (notes.length === 0) return;
  const given = JSON.stringify(notes.map(({ unitId, note }) => ({ unit_id: unitId, note })));
  await scope.tx.execute(sql`
    insert into ${sealedNote} (org_id, wave_id, unit_id, note)
    select ${scope.organisation.id}::uuid, ${waveId}::uuid, b.unit_id, b.note
    from jsonb_to_recordset(${given}::text::jsonb) as b (unit_id uuid, note text)
    order by random()`);
}
