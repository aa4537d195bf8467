import { and, eq } from "drizzle-orm";
import type { RaiseK } from "#contracts/certificate.ts";
import { wave } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, notFound, refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listAudits } from "./certificate-queries.ts";

/**
 * Lets results that a check held back be made and checked again for larger groups. The promise stays: it named a smallest
 * group, and k only ever grows.
 *
 * @throws not_found; refused for a wave whose results are not held back; invalid for a k that is not larger
 */
export const raiseK = command("release.raise-k", async (scope: Scope<"wave:run">, { waveId, k }: RaiseK) => {
  const { organisation, tx } = scope;
  const ours = and(eq(wave.orgId, organisation.id), eq(wave.id, waveId));
  const [row] = await tx.select().from(wave).where(ours).for("update");
  if (!row) throw notFound("wave");
  const audit = (await listAudits(tx, organisation.id, [waveId])).get(waveId);
  if (row.status !== "sealed" || audit?.verdict !== "failed") {
    throw refused("The smallest group is raised only while results are held back.");
  }
  if (k <= row.k) throw invalid("It can only be raised.", { k: `Choose more than ${row.k}.` });
  await tx.update(wave).set({ k }).where(ours);
  await enqueue(tx, "release-wave", { orgId: organisation.id, waveId });
  return {
    view: { waveId, k },
    audit: { subjectId: waveId, subject: row.label, before: { k: row.k }, after: { k } },
  };
});
