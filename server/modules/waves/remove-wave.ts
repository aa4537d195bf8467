import { and, eq } from "drizzle-orm";
import type { WaveRef, WaveStatus } from "#contracts/waves.ts";
import { wave, waveGroup, waveGroupTeam, waveStatement } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockWave, takeTurn } from "./queries.ts";
import { mayStep } from "./step-rules.ts";

/**
 * Throws a planned wave away, whole. What has begun is withdrawn instead, and stays visible as withdrawn.
 * @throws not_found; refused once it has begun
 */
export const removeWave = command("wave.remove", async (scope: Scope<"wave:run">, input: WaveRef) => {
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  const may = mayStep("remove", found.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const orgId = scope.organisation.id;
  for (const table of [waveGroupTeam, waveGroup, waveStatement]) {
    await scope.tx.delete(table).where(and(eq(table.orgId, orgId), eq(table.waveId, found.id)));
  }
  await scope.tx.delete(wave).where(and(eq(wave.orgId, orgId), eq(wave.id, found.id)));
  return {
    view: { label: found.label },
    audit: { subjectId: found.id, subject: found.label, before: { label: found.label, status: found.status } },
  };
});
