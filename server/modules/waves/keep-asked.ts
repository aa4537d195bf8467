import { and, eq } from "drizzle-orm";
import type { PlanPulse } from "#contracts/wave-plans.ts";
import { wave } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { storeStatements } from "./plan-queries.ts";

/**
 * Keeps word for word what a draft asks, for a wave whose answers come from elsewhere: the twelve, one extra, the
 * organisation's own. In English. A launched or open wave refuses it by a trigger.
 *
 * @throws not_found when there is no draft of this id
 */
export async function keepAsked(
  scope: Scope<"wave:run">,
  waveId: string,
  asked: Pick<PlanPulse, "extra" | "locals">,
): Promise<void> {
  const [draft] = await scope.tx
    .select({ label: wave.label })
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.id, waveId), eq(wave.status, "draft")));
  if (!draft) throw notFound("wave");
  await storeStatements(scope, waveId, { ...asked, offersWelsh: false, welsh: [] });
}
