import { and, eq } from "drizzle-orm";
import type { WaveStatus, WaveSummary } from "#contracts/waves.ts";
import type { EditPulse } from "#contracts/wave-plans.ts";
import { wave } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { localOf } from "./local-time-rules.ts";
import { mustLockWave, takeTurn } from "./queries.ts";
import { mayStep } from "./step-rules.ts";
import { mustBeFreeLabel, planColumns, storeStatements } from "./plan-queries.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Changes a planned pulse. Once it is launched nothing of it changes, here and by a trigger.
 * @throws not_found; refused when it was launched; invalid by field
 */
export const editPulse = command("wave.edit-pulse", async (scope: Scope<"wave:run">, input: EditPulse) => {
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  const may = mayStep("edit", found.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  if (found.source !== "pulse") throw refused("This wave is run by hand. Plan a pulse instead.");
  const columns = await planColumns(scope, input);
  await mustBeFreeLabel(scope, input.label, found.id);
  const { id: orgId, zone } = scope.organisation;
  const [row] = await scope.tx
    .update(wave)
    .set(columns)
    .where(and(eq(wave.orgId, orgId), eq(wave.id, found.id)))
    .returning();
  await storeStatements(scope, found.id, input);
  const facts = (w: typeof found) => ({
    label: w.label,
    k: w.k,
    opensAt: w.opensAt && localOf(w.opensAt, zone),
    closesAt: w.closesAt && localOf(w.closesAt, zone),
    deletesOn: w.deletesOn,
  });
  const view: WaveSummary = toWaveSummary(row ?? found, zone);
  return {
    view,
    audit: { subjectId: found.id, subject: found.label, before: facts(found), after: facts(row ?? found) },
  };
});
