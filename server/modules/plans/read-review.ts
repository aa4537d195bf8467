import { EXTRA_STATEMENTS } from "#content/extra-statements.ts";
import { addDays, daysBetween } from "#contracts/dates.ts";
import type { OwnTeam } from "#contracts/calls.ts";
import type { CallReview, ReviewPage } from "#contracts/reviews.ts";
import { roundHalfAway } from "#server/disclosure/formulas.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { chooseTeam, listOwnCallViews, type OwnCall } from "#server/modules/calls/index.ts";
import { type ExtraRisk, listExtraRisks, listTeamReadings, lockedTeams } from "#server/modules/results/index.ts";
import { mirrorHalf } from "./mirror-rules.ts";
import { type ActionRow, listActions } from "./queries.ts";
import { listBegun, listHeld } from "./review-queries.ts";
import { aimedAxis, isFollowUpDue, type PastWave, wasTheCallRight, wavesAround } from "./was-the-call-right.ts";

const CALLS = 12;
const MIRROR_DAYS = 365;

/**
 * "Was the call right?" of the own calls of one team, and the private mirror. For whoever asks alone: both are made from
 * rows that a policy shows to nobody else.
 *
 * @throws not_found for a team of somebody else
 */
export async function readReview(scope: Scope<"plan:run">, input: OwnTeam): Promise<ReviewPage> {
  const { teams, team } = await chooseTeam(scope, input.teamId);
  const { zone } = scope.organisation;
  const now = scope.clock.now();
  const today = dateIn(zone, now);
  const personId = scope.actor.personId ?? "";
  const since = new Date(now.getTime() - MIRROR_DAYS * 86_400_000);
  const [calls, waves, locks, actions, held, begun, words] = await Promise.all([
    team ? listOwnCallViews(scope, personId, team, CALLS) : [],
    team ? listTeamReadings(scope, team.id) : [],
    lockedTeams(scope, team ? [team.id] : []),
    team ? listActions(scope, team.id) : [],
    listHeld(scope, personId, since),
    listBegun(scope, personId, addDays(today, -MIRROR_DAYS)),
    team ? listExtraRisks(scope, [team.id], "X2") : [],
  ]);
  const locked = team !== null && locks.has(team.id);
  const past = waves.map((wave) => ({ ...wave, publishedOn: dateIn(zone, wave.publishedAt) }));
  return {
    teams,
    team,
    locked,
    reviews: locked ? [] : calls.flatMap((call) => reviewOf(call, past, actions, words, today)),
    mirror: { lead: mirrorHalf("lead", held, begun), manage: mirrorHalf("manage", held, begun) },
  };
}

/** X2 as agreement: it is said beside the change, and is no part of the verdict. */
const teamWordOf = (word: ExtraRisk | undefined): CallReview["teamWord"] =>
  word ? { statement: EXTRA_STATEMENTS.X2, agreement: roundHalfAway(100 - word.risk) } : null;

function reviewOf(
  { view, madeAt, waveId }: OwnCall,
  waves: readonly (PastWave & { publishedOn: string })[],
  actions: readonly ActionRow[],
  words: readonly ExtraRisk[],
  today: string,
): CallReview[] {
  const axis = aimedAxis(view.holds);
  const { before, after } = wavesAround({ madeAt, waveId }, waves);
  if (axis === null || !isFollowUpDue(view.madeOn, after ? [after.publishedOn] : [], today)) return [];
  const aimed = (wave: PastWave | null) =>
    wave?.read
      ? axis === "direction"
        ? { risk: wave.read.engagement, n: wave.read.n, s: wave.read.sDirection }
        : { risk: wave.read.delivery, n: wave.read.n, s: wave.read.sDelivery }
      : null;
  const followUp = wasTheCallRight(view.holds, aimed(before), aimed(after));
  if (!followUp) return [];
  const late = actions
    .filter((action) => action.callId === view.callId)
    .map((action) => Math.max(0, daysBetween(action.dueOn, action.closedOn ?? today)));
  return [
    {
      callId: view.callId,
      call: view.holds,
      madeOn: view.madeOn,
      before: before?.label ?? null,
      after: after?.label ?? null,
      followUp,
      teamWord: teamWordOf(words.find((word) => word.waveId === after?.waveId)),
      daysOver: late.reduce((a, b) => a + b, 0),
    },
  ];
}
