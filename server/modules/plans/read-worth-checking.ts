import type { OwnTeam } from "#contracts/calls.ts";
import type { DetectorName } from "#contracts/plans.ts";
import type { Support, WorthCheckingView } from "#contracts/reviews.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { chooseTeam } from "#server/modules/calls/index.ts";
import { readTeamReading } from "#server/modules/results/index.ts";
import { isNewInPost, worthChecking } from "./detector-rules.ts";
import { observeTeams } from "./observe-teams.ts";
import { listSetAside, listSupport } from "./review-queries.ts";

const NOTHING: Support = { mentor: null, firstTrainingOn: null, secondTrainingOn: null, lastCheckInOn: null };

/**
 * The one thing worth checking in a supervisor's own team, unless it was set aside; and the support of somebody new.
 * @throws not_found for a team of somebody else
 */
export async function readWorthChecking(scope: Scope<"plan:run">, input: OwnTeam): Promise<WorthCheckingView> {
  const { team } = await chooseTeam(scope, input.teamId);
  const { personId } = scope.actor;
  if (!team || !personId) return { team, detector: null, support: null };
  const { zone } = scope.organisation;
  const today = dateIn(zone, scope.clock.now());
  const [reading, aside, [given]] = await Promise.all([
    readTeamReading(scope, team.id),
    listSetAside(scope, personId, team.id),
    listSupport(scope, [personId]),
  ]);
  const seen = await observeTeams(scope, [team.id], reading ? [reading.row] : []);
  const mine = seen.find((one) => one.personId === personId);
  const set = aside.map(({ name, at }) => ({ name: name as DetectorName, on: dateIn(zone, at) }));
  const isNew = mine !== undefined && isNewInPost(mine.observed.supervisor.since, today);
  const { personId: _, ...support } = given ?? { personId, ...NOTHING };
  return { team, detector: mine ? worthChecking(mine.observed, set) : null, support: isNew ? support : null };
}
