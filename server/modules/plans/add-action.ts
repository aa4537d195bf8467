import { ACTIONS } from "#content/actions/index.ts";
import type { ActionDraft } from "#contracts/plans.ts";
import { planAction } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findHoldingCall, mustFindTeam } from "#server/modules/calls/index.ts";
import { listActions, listOwners, takeTurn, toAction } from "./queries.ts";
import { closedSides, draftProblems, mismatchOf } from "./rules.ts";

/**
 * Adds an action to a team's plan, while fewer than three are open. One that does not fit the call is added only when it was
 * chosen after that was said. The same action again, while it is open, changes nothing.
 *
 * @throws not_found for a team or an owner of somebody else; invalid with a message per field
 */
export const addAction = command("plan.add", async (scope: Scope<"plan:run">, input: ActionDraft) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("A plan is made by a person.");
  const orgId = scope.organisation.id;
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const team = await mustFindTeam(scope, input.teamId);
  await takeTurn(scope, team.id);
  const [rows, call, owners] = await Promise.all([
    listActions(scope, team.id),
    findHoldingCall(scope, team.id),
    listOwners(scope, team.id, today),
  ]);
  if (input.ownerId !== null && !owners.some(({ id }) => id === input.ownerId)) throw notFound("person");
  const open = rows.filter((row) => row.closedOn === null);
  const same = open.some(
    (row) =>
      row.result === input.result &&
      row.side === input.side &&
      row.ownerId === input.ownerId &&
      row.dueOn === input.dueOn,
  );
  if (same) return { view: null, audit: UNCHANGED };

  const mismatch = mismatchOf(input.side, call?.holds ?? null, closedSides(rows.map(toAction), call));
  const problems = draftProblems(input, { open: open.length, today, mismatch });
  const known = ACTIONS.some(({ id, side }) => id === input.libraryId && side === input.side);
  if (input.libraryId !== null && !known) problems.libraryId = "This action is not in the library.";
  const { ownerId, dueOn } = input;
  if (Object.keys(problems).length > 0 || ownerId === null || dueOn === null) {
    throw invalid(problems.plan ?? "Some things are missing before this can begin.", problems);
  }
  await scope.tx.insert(planAction).values({
    orgId,
    unitId: team.id,
    side: input.side,
    result: input.result,
    steps: input.steps.filter((step) => step.trim() !== ""),
    ownerId,
    startedOn: today,
    dueOn,
    libraryId: input.libraryId,
    callId: call?.callId ?? null,
    chosenAnyway: mismatch !== null,
    createdBy: personId,
  });
  return { view: null, audit: { subjectId: team.id, subject: team.name } };
});
