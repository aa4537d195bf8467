import { and, eq } from "drizzle-orm";
import type { WaveRef, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { freezeTree } from "./freeze-tree.ts";
import { findRunning } from "./pulse-queries.ts";
import { countFrozenTeams, mustLockWave, takeTurn } from "./queries.ts";
import { whyNotOpen } from "./rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Opens a planned wave by hand: freezes the tree and lets supervisors assess. Opening the wave that is open already
 * changes nothing.
 *
 * @throws not_found; refused when it was open before, when another wave is open, or when there is no team
 */
export const openWave = command("wave.open", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  if (found.status === "open") {
    const view: WaveSummary = toWaveSummary(found, organisation.zone);
    return { view, audit: UNCHANGED };
  }
  if (found.source === "pulse")
    throw refused("This is a pulse. Launch it, so that lists are confirmed before it opens.");
  const openNow = await findRunning(scope, found.id);
  const early = whyNotOpen(found.status as WaveStatus, openNow?.label ?? null, 1);
  if (early) throw refused(early);
  await freezeTree(scope, found.id);
  const teams = await countFrozenTeams(scope, found.id);
  const late = whyNotOpen("draft", null, teams);
  if (late) throw refused(late);
  const [row] = await tx
    .update(wave)
    .set({ status: "open", openedAt: clock.now() })
    .where(and(eq(wave.orgId, organisation.id), eq(wave.id, found.id)))
    .returning();
  const view: WaveSummary = toWaveSummary(row ?? found, organisation.zone);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { status: found.status },
      after: { status: "open", units: teams },
    },
  };
});
