import { addDays } from "#contracts/dates.ts";
import type { Briefing } from "#contracts/overview.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOldest, readInTime } from "#server/modules/help/index.ts";
import { readStanding } from "#server/modules/results/index.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { countHarmed, countPlans, findLook, midnightAfter, readSince } from "./queries.ts";
import { heardSentence, lookBack, movingSentence, safeSentence, sinceSentences } from "./rules.ts";

export const OVERVIEW_PAGE = "overview";
/** A quarter: what was said before has been answered by a wave since. */
const HARM_DAYS = 92;
const OLDEST = 3;

/**
 * A leader's first page besides the table: since you last looked, heard, safe and moving, a question per unit. Everything
 * is of the reader's own part.
 *
 * @param own units whose supervisor asks
 * @param leads units whose requests for help the reader answers
 */
export async function readBriefing(
  scope: Scope<"result:read">,
  own: readonly string[],
  leads: readonly string[],
): Promise<Briefing> {
  const { zone } = scope.organisation;
  const today = dateIn(zone, scope.clock.now());
  const [look, standing, inTime, plans, harmed, waiting] = await Promise.all([
    findLook(scope, OVERVIEW_PAGE),
    readStanding(scope, own),
    readInTime(scope, null),
    countPlans(scope, today),
    countHarmed(scope, addDays(today, -HARM_DAYS), PEOPLE_FOR_A_TEAM),
    listOldest(scope, leads, OLDEST),
  ]);
  const lastLook = lookBack(
    look && { lookedOn: dateIn(zone, look.lookedAt), beforeOn: look.beforeAt && dateIn(zone, look.beforeAt) },
    today,
  );
  return {
    lastLook,
    since: lastLook ? sinceSentences(await readSince(scope, lastLook, midnightAfter(lastLook))) : [],
    waiting: leads.length > 0 ? waiting : null,
    heard: heardSentence({
      label: standing?.label ?? null,
      participation: standing?.participation ?? null,
      answers: standing?.answers ?? null,
      inTime,
    }),
    safe: safeSentence({ counted: standing?.counted ?? null, harmed }),
    moving: movingSentence(plans),
    visits: standing?.visits ?? [],
  };
}
