import { and, asc, eq, sql } from "drizzle-orm";
import { invitation } from "#db/schema/responses.ts";
import { wave, waveParticipation, waveUnit } from "#db/schema/waves.ts";
import { inReleaserTransaction } from "#server/kernel/transaction.ts";
import { participationBands } from "./participation.ts";

/**
 * Notes once a day, in coarse bands, how many have answered an open pulse (participation.ts). A second run of the same day
 * changes nothing, so that nobody sees a band move twice a day. A wave that is not open gets none.
 *
 * @param onDay ISO date in the organisation's zone
 */
export function recordParticipation(orgId: string, waveId: string, onDay: string): Promise<void> {
  return inReleaserTransaction({ orgId }, async (tx) => {
    const [found] = await tx
      .select({ status: wave.status })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    if (found?.status !== "open") return;
    const nodes = await tx
      .select({ unitId: waveUnit.unitId, parentId: waveUnit.parentId, invited: waveUnit.invited })
      .from(waveUnit)
      .where(and(eq(waveUnit.orgId, orgId), eq(waveUnit.waveId, waveId)))
      .orderBy(asc(waveUnit.position));
    const answered = await tx
      .select({ unitId: invitation.unitId, people: sql<number>`count(*)::int` })
      .from(invitation)
      .where(and(eq(invitation.orgId, orgId), eq(invitation.waveId, waveId), eq(invitation.used, true)))
      .groupBy(invitation.unitId);
    const people = new Map(answered.map((row) => [row.unitId, row.people]));
    const bands = participationBands(
      nodes.map((n) => ({ ...n, invited: n.invited ?? 0, answered: people.get(n.unitId) ?? 0 })),
    );
    if (bands.length === 0) return;
    await tx
      .insert(waveParticipation)
      .values(bands.map((b) => ({ orgId, waveId, onDay, ...b })))
      .onConflictDoNothing();
  });
}
