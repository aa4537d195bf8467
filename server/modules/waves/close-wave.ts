import { and, eq } from "drizzle-orm";
import type { WaveRef, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockWave } from "./queries.ts";
import { recordMeasures } from "./record-measures.ts";
import { closing } from "./rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Closes an open wave: no assessment is taken any more, and the supervisors' and the counted view are stored. Saves that
 * were under way are either in or refused. Closing a closed wave changes nothing.
 *
 * @throws not_found; refused when it was never opened
 */
export const closeWave = command("wave.close", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  const found = await mustLockWave(scope, input.waveId);
  if (found.source === "pulse") throw refused("This is a pulse. It is closed as one, so that its answers are sealed.");
  const outcome = closing(found.status as WaveStatus);
  if (typeof outcome === "object") throw refused(outcome.refused);
  if (outcome === "closed") {
    const view: WaveSummary = toWaveSummary(found, organisation.zone);
    return { view, audit: UNCHANGED };
  }
  const [row] = await tx
    .update(wave)
    .set({ status: "sealed", closedAt: clock.now() })
    .where(and(eq(wave.orgId, organisation.id), eq(wave.id, found.id)))
    .returning();
  await recordMeasures(scope, found.id);
  const view: WaveSummary = toWaveSummary(row ?? found, organisation.zone);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { status: found.status },
      after: { status: "sealed" },
    },
  };
});
