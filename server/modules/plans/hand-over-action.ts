import { and, eq, isNull } from "drizzle-orm";
import type { HandOverAction } from "#contracts/plans.ts";
import { planAction } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOwners, mustFindAction, takeTurn } from "./queries.ts";

/**
 * Gives an open action another owner: whoever had it is away, or has left. Its day stays. One that has passed is looked back
 * on, not moved.
 *
 * @throws not_found for an action or an owner of another team; refused once it is closed
 */
export const handOverAction = command("plan.hand-over", async (scope: Scope<"plan:run">, input: HandOverAction) => {
  const orgId = scope.organisation.id;
  const { unitId } = await mustFindAction(scope, input.actionId);
  await takeTurn(scope, unitId);
  const action = await mustFindAction(scope, input.actionId);
  const owners = await listOwners(scope, unitId, dateIn(scope.organisation.zone, scope.clock.now()));
  const owner = owners.find(({ id }) => id === input.ownerId);
  if (!owner) throw notFound("person");
  if (action.closedOn !== null) throw refused("This action is closed already.");
  if (action.ownerId === owner.id) return { view: null, audit: UNCHANGED };
  await scope.tx
    .update(planAction)
    .set({ ownerId: owner.id })
    .where(and(eq(planAction.orgId, orgId), eq(planAction.id, action.id), isNull(planAction.closedOn)));
  return {
    view: null,
    audit: {
      subjectId: unitId,
      subject: action.team,
      before: { person: action.owner },
      after: { person: owner.name },
    },
  };
});
