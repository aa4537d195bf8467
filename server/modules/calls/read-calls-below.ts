import { CALLS, type Call, type CallForLine, type CallsBelow, type ReadCallsBelow } from "#contracts/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { listCallsForLine, listPlanStates, listTeamsBelow, mustFindUnit } from "./queries.ts";
import { callForLine } from "./views.ts";

/** Of one unit, and of a whole part: a heatmap has up to 2,000 rows. */
const TEAMS_OF_UNIT = 500;
const TEAMS_OF_PART = 2000;

/**
 * Calls and plans of the teams in and below a unit, or of the whole part, for its line and HR. Teams under four people enter nothing: neither
 * their own line nor the counts, from which they could be worked out.
 *
 * @throws not_found for a unit in another part of the tree
 */
export async function readCallsBelow(scope: Scope<"call:read">, input: ReadCallsBelow): Promise<CallsBelow> {
  const unit = input.unitId === undefined ? null : await mustFindUnit(scope, input.unitId);
  const teams = await listTeamsBelow(scope, unit?.id ?? null, unit ? TEAMS_OF_UNIT : TEAMS_OF_PART);
  const large = teams.filter(({ headcount }) => (headcount ?? 0) >= PEOPLE_FOR_A_TEAM).map((team) => team.id);
  const { zone } = scope.organisation;
  const today = dateIn(zone, scope.clock.now());
  const [calls, plans] = await Promise.all([listCallsForLine(scope, large), listPlanStates(scope, large, today)]);
  const callOf = new Map(
    calls.map((row): [string, CallForLine] => [
      row.unitId,
      callForLine(
        { madeOn: dateIn(zone, row.madeAt), call: row.call as Call, choice: row.choice as Call | null },
        today,
      ),
    ]),
  );
  const planOf = new Map(plans.map(({ unitId, ...plan }) => [unitId, plan]));
  const holding = large.flatMap((teamId) => {
    const call = callOf.get(teamId);
    return call && !call.expired ? [call.holds] : [];
  });
  return {
    counts: CALLS.map((call) => ({ call, teams: holding.filter((held) => held === call).length })).filter(
      (count) => count.teams > 0,
    ),
    without: large.length - holding.length,
    teams: teams.map((team) => ({
      id: team.id,
      name: team.name,
      path: team.path,
      call: callOf.get(team.id) ?? null,
      plan: planOf.get(team.id) ?? null,
    })),
  };
}
