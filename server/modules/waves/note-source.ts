import { and, eq } from "drizzle-orm";
import type { WaveSource } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/**
 * Says where the team view of a closed wave comes from. Belongs into the transaction that seals its answers.
 * @throws not_found when there is no closed wave of this id that waits for its results
 */
export async function noteSource(scope: Scope, waveId: string, source: WaveSource): Promise<void> {
  const [noted] = await scope.tx
    .update(wave)
    .set({ source })
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.id, waveId), eq(wave.status, "sealed")))
    .returning({ id: wave.id });
  if (!noted) throw notFound("wave");
}
