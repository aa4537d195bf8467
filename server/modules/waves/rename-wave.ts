import { and, eq } from "drizzle-orm";
import type { WaveStatus, WaveSummary } from "#contracts/waves.ts";
import type { RenameWave } from "#contracts/wave-plans.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockWave, takeTurn } from "./queries.ts";
import { mayStep } from "./step-rules.ts";
import { mustBeFreeLabel } from "./plan-queries.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Gives a planned wave another name; a name that staff have read stays.
 * @throws not_found; refused once it has begun; invalid when the name is taken
 */
export const renameWave = command("wave.rename", async (scope: Scope<"wave:run">, input: RenameWave) => {
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  const may = mayStep("edit", found.status as WaveStatus);
  if (typeof may === "object") throw refused("This wave has begun and keeps its name.");
  const view: WaveSummary = { ...toWaveSummary(found, scope.organisation.zone), label: input.label };
  if (found.label === input.label) return { view, audit: UNCHANGED };
  await mustBeFreeLabel(scope, input.label, found.id);
  await scope.tx
    .update(wave)
    .set({ label: input.label })
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.id, found.id)));
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: input.label,
      before: { label: found.label },
      after: { label: input.label },
    },
  };
});
