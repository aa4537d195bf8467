import { and, eq } from "drizzle-orm";
import type { WaveStatus } from "#contracts/waves.ts";
import type { ListRef } from "#contracts/wave-plans.ts";
import { waveConfirmation } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindList } from "./list-queries.ts";
import { holdWave } from "./queries.ts";
import { mayStep } from "./step-rules.ts";

/**
 * Takes a confirmation back: the list is not right after all.
 * @throws not_found for a list that is not in the reader's part; refused outside the confirming window
 */
export const reopenList = command("wave.reopen-list", async (scope: Scope<"member:confirm">, input: ListRef) => {
  const wave = await holdWave(scope, input.waveId);
  const list = await mustFindList(scope, input.waveId, input.unitId);
  const may = mayStep("confirm", wave.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const [gone] = await scope.tx
    .delete(waveConfirmation)
    .where(
      and(
        eq(waveConfirmation.orgId, scope.organisation.id),
        eq(waveConfirmation.waveId, wave.id),
        eq(waveConfirmation.unitId, input.unitId),
      ),
    )
    .returning({ unitId: waveConfirmation.unitId });
  const view = { unitId: input.unitId, confirmed: false };
  if (!gone) return { view, audit: UNCHANGED };
  return { view, audit: { subjectId: input.unitId, subject: list.name, before: { label: wave.label } } };
});
