import { sql } from "drizzle-orm";
import { MAIL_KINDS } from "#contracts/outbox.ts";
import type { WaveStatus, WaveSummary } from "#contracts/waves.ts";
import type { WithdrawWave } from "#contracts/wave-plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { cancelMails } from "#server/modules/outbox/index.ts";
import { stepAt } from "./keep-going.ts";
import { mustFindWave, mustLockWave } from "./queries.ts";
import { retireWave } from "./retire-wave.ts";
import { mayStep } from "./step-rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Takes a pulse back, with a reason: nobody answers any more, and nothing of it is read any more. What it has collected is
 * thrown away in the background, because only the releaser can.
 *
 * @throws not_found; refused for a draft, while it is closing, and for a wave that was imported or run by hand
 */
export const withdrawPulse = command("wave.withdraw", async (scope: Scope<"wave:run">, input: WithdrawWave) => {
  await scope.tx.execute(sql`select pg_advisory_xact_lock(app.wave_lock(${input.waveId}))`);
  const found = await mustLockWave(scope, input.waveId);
  if (found.source === "import") throw refused("This wave came from an import. Withdraw the import instead.");
  if (found.source !== "pulse") throw refused("A wave that was run by hand has no team answers to take back.");
  const may = mayStep("withdraw", found.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const view = async (): Promise<WaveSummary> =>
    toWaveSummary(await mustFindWave(scope, found.id), scope.organisation.zone);
  if (may === "done") return { view: await view(), audit: UNCHANGED };
  const { retiredAs } = await retireWave(scope, found.id);
  await cancelMails(scope, found.id, MAIL_KINDS);
  await stepAt(scope, found.id, scope.clock.now());
  return {
    view: await view(),
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { label: found.label, status: found.status },
      after: { label: retiredAs, status: "withdrawn", reason: input.reason },
    },
  };
});
