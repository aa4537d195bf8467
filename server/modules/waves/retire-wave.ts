import { and, eq, like, or } from "drizzle-orm";
import { wave } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { retiredLabel } from "./rules.ts";

/**
 * Marks a wave as withdrawn and gives its name free, so that the right answers can be imported under it. Nothing of a
 * withdrawn wave is read any more from this moment on; its release and answers are the releaser's to take away.
 *
 * @throws not_found
 */
export async function retireWave(scope: Scope, waveId: string): Promise<{ label: string; retiredAs: string }> {
  const ours = eq(wave.orgId, scope.organisation.id);
  const [found] = await scope.tx
    .select({ label: wave.label, status: wave.status })
    .from(wave)
    .where(and(ours, eq(wave.id, waveId)))
    .for("update");
  if (!found) throw notFound("wave");
  if (found.status === "withdrawn") return { label: found.label, retiredAs: found.label };
  const taken = await scope.tx
    .select({ label: wave.label })
    .from(wave)
    .where(and(ours, or(like(wave.label, "%(withdrawn)"), like(wave.label, "%(withdrawn %)"))));
  const retiredAs = retiredLabel(found.label, new Set(taken.map((t) => t.label)));
  await scope.tx
    .update(wave)
    .set({ status: "withdrawn", label: retiredAs })
    .where(and(ours, eq(wave.id, waveId)));
  return { label: found.label, retiredAs };
}
