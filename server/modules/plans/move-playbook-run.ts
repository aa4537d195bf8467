import { and, eq } from "drizzle-orm";
import type { MovePlaybook } from "#contracts/plans.ts";
import { playbookRun } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lookAtGate } from "./look-at-gate.ts";
import { mustLockRun } from "./playbook-queries.ts";
import { isAtGate, movePlaybook, type PlaybookEvent } from "./playbook-rules.ts";

/**
 * One step of a playbook: done, opened again with a reason, a week counted, or the playbook left. The gate is looked at here
 * and not believed from the screen.
 *
 * @throws not_found for a playbook of another team; refused for a step out of order, a closed gate, or an older screen
 */
export const movePlaybookRun = command("playbook.move", async (scope: Scope<"plan:run">, input: MovePlaybook) => {
  const run = await mustLockRun(scope, input.runId);
  if (run.revision !== input.revision) throw refused("This playbook has moved on since. Look at it again.");
  const on = dateIn(scope.organisation.zone, scope.clock.now());
  const { event } = input;
  const gateOpen = isAtGate(run.state) && (await lookAtGate(scope, run)).open;
  const moved = movePlaybook(run.state, { ...event, on, gateOpen } as PlaybookEvent);
  if ("refused" in moved) throw refused(moved.refused);
  await scope.tx
    .update(playbookRun)
    .set({ state: moved.state, revision: run.revision + 1, endedAt: moved.state.ended ? scope.clock.now() : null })
    .where(and(eq(playbookRun.orgId, scope.organisation.id), eq(playbookRun.id, run.id)));
  return {
    view: null,
    audit: { subjectId: run.unitId, subject: run.team },
  };
});
