import type { ReadDecisions, TeamDecisions } from "#contracts/decisions.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listDecisions, listTeams, mustFindPlace, todayOf } from "./queries.ts";

const TEAMS = 60;
/** As many as the team's page shows. */
const DECISIONS = 20;

/** What a supervisor's team was told; without a team the first of their own. @throws not_found */
export async function listTeamDecisions(scope: Scope<"decision:write">, input: ReadDecisions): Promise<TeamDecisions> {
  const teams = await listTeams(scope, TEAMS);
  const team = input.teamId ? await mustFindPlace(scope, input.teamId, "team") : teams[0];
  return {
    teams: teams.map(({ id, name }) => ({ unitId: id, name })),
    team: team ? { unitId: team.id, name: team.name } : null,
    today: todayOf(scope),
    decisions: team ? await listDecisions(scope, team.id, DECISIONS) : [],
    publicPath: team ? `/d/${scope.organisation.slug}.${encodeURIComponent(team.code)}` : null,
  };
}
