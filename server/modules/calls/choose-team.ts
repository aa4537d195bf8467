import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listTeams } from "./queries.ts";

type Team = { id: string; name: string };

/**
 * The teams of a supervisor, by name, and the one that a page is about: the one named, or the first.
 * @throws not_found for a team of somebody else
 */
export async function chooseTeam(
  scope: Scope,
  teamId: string | undefined,
): Promise<{ teams: Team[]; team: Team | null }> {
  const teams = (await listTeams(scope)).map(({ id, name }) => ({ id, name }));
  const team = teamId === undefined ? teams[0] : teams.find(({ id }) => id === teamId);
  if (!team && teamId !== undefined) throw notFound("team");
  return { teams, team: team ?? null };
}
