import type { PlaybookRun } from "#contracts/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lookAtGate } from "./look-at-gate.ts";
import type { RunRow } from "./playbook-queries.ts";
import { isAtGate, nextStep } from "./playbook-rules.ts";

/** A playbook as its supervisor sees it, with the gate looked at where it is next. */
export async function toPlaybookRun(scope: Scope, run: RunRow): Promise<PlaybookRun> {
  return {
    runId: run.id,
    revision: run.revision,
    startedOn: dateIn(scope.organisation.zone, run.createdAt),
    state: run.state,
    next: nextStep(run.state),
    gate: isAtGate(run.state) ? await lookAtGate(scope, run) : null,
  };
}
