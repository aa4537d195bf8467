import { eq } from "drizzle-orm";
import { type HelpRoute, OPEN_REQUESTS, type ReadTeamHelp, type TeamHelp } from "#contracts/help.ts";
import { escalation } from "#db/schema/help.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { addWorkingDays, DAYS_TO_ANSWER } from "#server/modules/plans/index.ts";
import {
  listLeaders,
  listPlaces,
  listRequests,
  listSteps,
  listTeamsOf,
  mustFindTeam,
  type Place,
  todayOf,
} from "./queries.ts";
import { firstPlace, leaderAbove } from "./rules.ts";
import { toHelpView } from "./views.ts";

const REQUESTS = 20;
const TEAMS = 60;

const toPlace = ({ id, name }: Pick<Place, "id" | "name">) => ({ unitId: id, name });

/**
 * What a team has asked and what became of it; for whoever may ask for it also what happens when it asks now. Without a
 * team the reader's own first one.
 *
 * @param asks units for whose teams the reader may ask
 * @throws not_found for a team outside the reader's part
 */
export async function readTeamHelp(
  scope: Scope<"help:read">,
  input: ReadTeamHelp,
  asks: readonly string[],
): Promise<TeamHelp> {
  const teams = await listTeamsOf(scope, asks, TEAMS);
  const team = input.teamId ? await mustFindTeam(scope, input.teamId) : teams[0];
  const own = teams.map(toPlace);
  if (!team) return { teams: own, team: null, route: null, requests: [], placesLeft: 0 };
  const today = todayOf(scope);
  const rows = await listRequests(scope, eq(escalation.unitId, team.id), REQUESTS);
  const steps = await listSteps(
    scope,
    rows.map((row) => row.id),
  );
  const mayAsk = team.path.some((id) => asks.includes(id));
  const waiting = rows.filter((row) => row.status === "waiting").length;
  return {
    teams: own,
    team: toPlace(team),
    route: mayAsk ? await routeOf(scope, team, today) : null,
    requests: rows.map((row) => toHelpView(row, steps, today)),
    placesLeft: Math.max(0, OPEN_REQUESTS - waiting),
  };
}

async function routeOf(scope: Scope, team: Place, today: string): Promise<HelpRoute> {
  const leaders = (await listLeaders(scope, team.path)).filter(({ personId }) => personId !== scope.actor.personId);
  const led = new Set(leaders.map(({ unitId }) => unitId));
  const to = firstPlace(team.path, led);
  const then = leaderAbove(team.path, to, led);
  const places = await listPlaces(scope, [to, ...(then ? [then] : [])]);
  const place = (id: string) => ({ unitId: id, name: places.get(id)?.name ?? "" });
  return {
    to: place(to),
    leaders: leaders.filter(({ unitId }) => unitId === to).map(({ name }) => name),
    dueOn: addWorkingDays(today, DAYS_TO_ANSWER),
    days: DAYS_TO_ANSWER,
    overdueTo: then ? place(then) : null,
  };
}
