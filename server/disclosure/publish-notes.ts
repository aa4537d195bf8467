import { and, count, eq, inArray, sql } from "drizzle-orm";
import { releaseNote } from "#db/schema/releases.ts";
import { sealedNote } from "#db/schema/responses.ts";
import type { Transaction } from "#server/kernel/transaction.ts";
import { placeNotes } from "./notes.ts";
import { rewriteFiles } from "./rewrite-files.ts";

type Of = { orgId: string; waveId: string; releaseId: string; k2: number };

/**
 * Gives each note of a wave the one node where it is shown, in random order and without a date, and deletes the sealed
 * notes: those that ten people did not write together are read by nobody, now or later. Part of the publishing transaction.
 * @param second ids of the nodes of the second pattern
 * @returns whether anybody wrote one
 */
export async function publishNotes(
  tx: Transaction,
  { orgId, waveId, releaseId, k2 }: Of,
  units: readonly { unitId: string; parentId: string | null }[],
  second: ReadonlySet<string>,
): Promise<boolean> {
  const ofWave = and(eq(sealedNote.orgId, orgId), eq(sealedNote.waveId, waveId));
  const counts = await tx
    .select({ unitId: sealedNote.unitId, n: count() })
    .from(sealedNote)
    .where(ofWave)
    .groupBy(sealedNote.unitId);
  if (counts.length === 0) return false;
  const written = new Map(counts.map((row) => [row.unitId, row.n]));
  const places = placeNotes(
    units.map(({ unitId, parentId }) => ({ id: unitId, parentId, n: written.get(unitId) ?? 0 })),
    k2,
    second,
  );
  for (const [nodeId, rows] of Map.groupBy([...places], ([, node]) => node)) {
    const from = tx
      .select({ note: sealedNote.note })
      .from(sealedNote)
      .where(
        and(
          ofWave,
          inArray(
            sealedNote.unitId,
            rows.map(([unitId]) => unitId),
          ),
        ),
      )
      .orderBy(sql`random()`);
    await tx.execute(sql`
      insert into ${releaseNote} (org_id, release_id, unit_id, note)
      select ${orgId}::uuid, ${releaseId}::uuid, ${nodeId}::uuid, drawn.note from (${from.getSQL()}) as drawn`);
  }
  await tx.delete(sealedNote).where(ofWave);
  return true;
}

/** What was deleted or taken out of a note stays in the file until it is written anew; waits for nobody but readers. */
export async function clearNotes(): Promise<void> {
  await rewriteFiles(["release_note", "sealed_note"]);
}
