import type { Call, CallPage, OwnTeam } from "#contracts/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { listOwnCallViews } from "./list-own-call-views.ts";
import { listCalls, listTeams } from "./queries.ts";
import { modeTimeline } from "./timeline-rules.ts";
import { callForLine } from "./views.ts";

const PAST = 12;
const TIMELINE_DAYS = 730;

/**
 * The calls of one of the supervisor's own teams: the latest, the mode timeline, and the own earlier ones with what was
 * known then. Of a call that somebody else made there is what the line reads, no more.
 *
 * @throws not_found for a team of somebody else
 */
export async function readCall(scope: Scope<"call:make">, input: OwnTeam): Promise<CallPage> {
  const teams = await listTeams(scope);
  const team = input.teamId === undefined ? teams[0] : teams.find(({ id }) => id === input.teamId);
  if (!team && input.teamId !== undefined) throw notFound("team");
  const toTeam = ({ id, name }: { id: string; name: string }) => ({ id, name });
  const page: CallPage = {
    teams: teams.map(toTeam),
    team: team ? toTeam(team) : null,
    small: (team?.headcount ?? 0) < PEOPLE_FOR_A_TEAM,
    call: null,
    byOther: null,
    timeline: [],
    past: [],
    last: null,
  };
  const { personId } = scope.actor;
  if (!team || !personId) return page;
  const { zone } = scope.organisation;
  const today = dateIn(zone, scope.clock.now());
  const since = new Date(scope.clock.now().getTime() - TIMELINE_DAYS * 86_400_000);
  const [own, all] = await Promise.all([
    listOwnCallViews(scope, personId, team, PAST + 1),
    listCalls(scope, [team.id], since),
  ]);
  const rows = all.map((row) => ({
    ...row,
    call: row.call as Call,
    choice: row.choice as Call | null,
    madeOn: dateIn(zone, row.madeAt),
  }));
  const [latest] = rows;
  const [call, ...past] = own;
  return {
    ...page,
    call: call?.view ?? null,
    byOther: latest && latest.personId !== personId ? { ...callForLine(latest, today), by: latest.by } : null,
    timeline: modeTimeline(rows.map((row) => ({ madeOn: row.madeOn, holds: row.choice ?? row.call })).reverse(), today),
    past: past.map(({ view }) => view),
    last: call ? { signals: call.basis.input.signals, flags: call.basis.input.flags } : null,
  };
}
