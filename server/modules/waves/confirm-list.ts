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
 * Says that a list is right, for one wave. Saying it twice is saying it once; the first one stays.
 * @throws not_found for a list that is not in the reader's part; refused outside the confirming window or while it is empty
 */
export const confirmList = command("wave.confirm-list", async (scope: Scope<"member:confirm">, input: ListRef) => {
  const wave = await holdWave(scope, input.waveId);
  const list = await mustFindList(scope, input.waveId, input.unitId);
  const may = mayStep("confirm", wave.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  if (list.people === 0) throw refused("Nobody is on this list yet. Put people on it first.");
  const personId = scope.actor.personId;
  if (personId === null) throw refused("A list is confirmed by a person.");
  const [confirmed] = await scope.tx
    .insert(waveConfirmation)
    .values({
      orgId: scope.organisation.id,
      waveId: wave.id,
      unitId: input.unitId,
      personId,
      confirmedAt: scope.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ unitId: waveConfirmation.unitId });
  const view = { unitId: input.unitId, confirmed: true };
  if (!confirmed) return { view, audit: UNCHANGED };
  return {
    view,
    audit: { subjectId: input.unitId, subject: list.name, after: { label: wave.label, people: list.people } },
  };
});
