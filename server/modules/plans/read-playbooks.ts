import type { OwnTeam } from "#contracts/calls.ts";
import type { PlaybookPage } from "#contracts/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { chooseTeam } from "#server/modules/calls/index.ts";
import { listRuns } from "./playbook-queries.ts";
import { lastWholeWeek } from "./playbook-rules.ts";
import { toPlaybookRun } from "./playbook-views.ts";

/**
 * The playbooks of one of the supervisor's own teams, those under way and those that have ended.
 * @throws not_found for a team of somebody else
 */
export async function readPlaybooks(scope: Scope<"plan:run">, input: OwnTeam): Promise<PlaybookPage> {
  const { teams, team } = await chooseTeam(scope, input.teamId);
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const rows = team ? await listRuns(scope, team.id) : [];
  const runs = await Promise.all(rows.map((row) => toPlaybookRun(scope, row)));
  return {
    teams,
    team,
    lastWeekOf: lastWholeWeek(today),
    running: runs.filter(({ state }) => state.ended === null),
    ended: runs.filter(({ state }) => state.ended !== null),
  };
}
