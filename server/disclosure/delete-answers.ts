import { and, eq, inArray, sql } from "drizzle-orm";
import { release, releaseNote } from "#db/schema/releases.ts";
import { sealedNote, sealedResponse } from "#db/schema/responses.ts";
import { wave } from "#db/schema/waves.ts";
import { inReleaserTransaction } from "#server/kernel/transaction.ts";

/**
 * Deletes the sealed answers of a wave on the day that was promised, and its notes, which are answers word for word wherever
 * they stand. Published figures stay. Returns how many answers went: 0 when it was done before, before that day, or when
 * nothing was promised.
 *
 * @param today ISO date in the organisation's zone
 */
export function deleteAnswers(orgId: string, waveId: string, today: string): Promise<number> {
  return inReleaserTransaction({ orgId }, async (tx) => {
    const [due] = await tx
      .select({ id: wave.id })
      .from(wave)
      .where(
        and(
          eq(wave.orgId, orgId),
          eq(wave.id, waveId),
          sql`${wave.status} in ('published', 'withdrawn') and ${wave.deletesOn} <= ${today}`,
        ),
      );
    if (!due) return 0;
    const releases = tx
      .select({ id: release.id })
      .from(release)
      .where(and(eq(release.orgId, orgId), eq(release.waveId, waveId)));
    await tx.delete(releaseNote).where(and(eq(releaseNote.orgId, orgId), inArray(releaseNote.releaseId, releases)));
    await tx.delete(sealedNote).where(and(eq(sealedNote.orgId, orgId), eq(sealedNote.waveId, waveId)));
    const gone = await tx
      .delete(sealedResponse)
      .where(and(eq(sealedResponse.orgId, orgId), eq(sealedResponse.waveId, waveId)))
      .returning({ id: sealedResponse.id });
    return gone.length;
  });
}
