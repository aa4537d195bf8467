import { and, eq, sql } from "drizzle-orm";
import { MAIL_KINDS } from "#contracts/outbox.ts";
import type { WaveRef, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { cancelMails } from "#server/modules/outbox/index.ts";
import { stepAt } from "./keep-going.ts";
import { mustLockWave } from "./queries.ts";
import { recordMeasures } from "./record-measures.ts";
import { mayStep } from "./step-rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Open to closing: nobody answers any more, no mail goes out any more, and the assessments are counted. An answer that is
 * under way holds the wave's lock and is in; the next one is refused. Closing a closed pulse changes nothing.
 *
 * @throws not_found; refused while it is not open yet
 */
export const closePulse = command("wave.close-pulse", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  await tx.execute(sql`select pg_advisory_xact_lock(app.wave_lock(${input.waveId}))`);
  const found = await mustLockWave(scope, input.waveId);
  const may = mayStep("close", found.status as WaveStatus);
  if (typeof may === "object" || found.source !== "pulse") {
    throw refused(typeof may === "object" ? may.refused : "This wave is run by hand.");
  }
  if (may === "done") {
    const view: WaveSummary = toWaveSummary(found, organisation.zone);
    return { view, audit: UNCHANGED };
  }
  const [row] = await tx
    .update(wave)
    .set({ status: "closing", closedAt: clock.now() })
    .where(and(eq(wave.orgId, organisation.id), eq(wave.id, found.id)))
    .returning();
  await recordMeasures(scope, found.id);
  await cancelMails(scope, found.id, MAIL_KINDS);
  await stepAt(scope, found.id, clock.now());
  const view: WaveSummary = toWaveSummary(row ?? found, organisation.zone);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { status: found.status },
      after: { status: "closing" },
    },
  };
});
