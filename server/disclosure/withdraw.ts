import { and, eq, inArray } from "drizzle-orm";
import { release, releaseNote } from "#db/schema/releases.ts";
import { sealedNote, sealedResponse } from "#db/schema/responses.ts";
import { wave } from "#db/schema/waves.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inReleaserTransaction } from "#server/kernel/transaction.ts";

/**
 * Takes a wave's results back: its release becomes unreadable (its sums are kept for later audits), its answers and notes
 * are deleted. Idempotent. The caller has authorised it and books the reason.
 */
export function withdrawWave(orgId: string, waveId: string, reason: string, clock: Clock): Promise<void> {
  return inReleaserTransaction({ orgId }, async (tx) => {
    const ofWave = { wave: and(eq(wave.orgId, orgId), eq(wave.id, waveId)) };
    const ofRelease = and(eq(release.orgId, orgId), eq(release.waveId, waveId));
    await tx.select({ id: wave.id }).from(wave).where(ofWave.wave).for("update");
    await tx
      .update(release)
      .set({ status: "withdrawn", withdrawnAt: clock.now(), withdrawnReason: reason })
      .where(and(ofRelease, eq(release.status, "published")));
    const releases = tx.select({ id: release.id }).from(release).where(ofRelease);
    await tx.delete(releaseNote).where(and(eq(releaseNote.orgId, orgId), inArray(releaseNote.releaseId, releases)));
    await tx.delete(sealedNote).where(and(eq(sealedNote.orgId, orgId), eq(sealedNote.waveId, waveId)));
    await tx.delete(sealedResponse).where(and(eq(sealedResponse.orgId, orgId), eq(sealedResponse.waveId, waveId)));
    await tx.update(wave).set({ status: "withdrawn" }).where(ofWave.wave);
  });
}
