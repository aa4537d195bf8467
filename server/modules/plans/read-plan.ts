import type { OwnTeam } from "#contracts/calls.ts";
import type { PlanPage } from "#contracts/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { chooseTeam, findHoldingCall } from "#server/modules/calls/index.ts";
import { listActions, listOwners, toAction } from "./queries.ts";
import { closedSides, latestDue, mismatchOf, planView } from "./rules.ts";

/**
 * The plan of one of the supervisor's own teams: open actions by their day, and closed ones.
 * @throws not_found for a team of somebody else
 */
export async function readPlan(scope: Scope<"plan:run">, input: OwnTeam): Promise<PlanPage> {
  const { teams, team } = await chooseTeam(scope, input.teamId);
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const page = { teams, team, today, latestDue: latestDue(today) };
  const fits = { lead: null, manage: null };
  if (!team) return { ...page, plan: planView([], null, today), mismatch: fits, owners: [] };
  const [rows, call, owners] = await Promise.all([
    listActions(scope, team.id),
    findHoldingCall(scope, team.id),
    listOwners(scope, team.id, today),
  ]);
  const actions = rows.map(toAction);
  const since = closedSides(actions, call);
  const said = (side: "lead" | "manage") => mismatchOf(side, call?.holds ?? null, since);
  return {
    ...page,
    plan: planView(actions, call, today),
    mismatch: { lead: said("lead"), manage: said("manage") },
    owners,
  };
}
