import { and, eq } from "drizzle-orm";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { withdrawWave } from "#server/disclosure/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";

/**
 * Takes published results back, with a reason: unreadable at once, answers deleted, sums kept for later audits. Called
 * after whoever asked was authorised; never inside another transaction. Idempotent.
 */
export async function withdrawRelease(
  orgId: string,
  waveId: string,
  reason: string,
  actor: string,
  clock: Clock = systemClock,
): Promise<void> {
  await withdrawWave(orgId, waveId, reason, clock);
  await asSystem(actor, "wave:run", orgId, async (scope) => {
    const [row] = await scope.tx
      .select({ label: wave.label })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    await writeAudit(scope, "release.withdraw", [{ subjectId: waveId, subject: row?.label ?? "", after: { reason } }]);
  });
}
