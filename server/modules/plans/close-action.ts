import { and, eq, isNull } from "drizzle-orm";
import type { CloseAction } from "#contracts/plans.ts";
import { planAction } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindAction, takeTurn } from "./queries.ts";

/**
 * Closes an action: kept, changed or stopped, with what was learned. Once.
 * @throws not_found for an action of another team; refused when it was closed otherwise before
 */
export const closeAction = command("plan.close", async (scope: Scope<"plan:run">, input: CloseAction) => {
  const { unitId } = await mustFindAction(scope, input.actionId);
  await takeTurn(scope, unitId);
  const action = await mustFindAction(scope, input.actionId);
  if (action.closedOn !== null) {
    if (action.outcome === input.outcome && action.learned === input.learned) return { view: null, audit: UNCHANGED };
    throw refused("This action is closed already.");
  }
  await scope.tx
    .update(planAction)
    .set({
      closedOn: dateIn(scope.organisation.zone, scope.clock.now()),
      outcome: input.outcome,
      learned: input.learned,
      wouldLose: input.wouldLose,
    })
    .where(
      and(eq(planAction.orgId, scope.organisation.id), eq(planAction.id, input.actionId), isNull(planAction.closedOn)),
    );
  return { view: null, audit: { subjectId: unitId, subject: action.team } };
});
