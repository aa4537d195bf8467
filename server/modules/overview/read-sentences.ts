import { addDays } from "#contracts/dates.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readInTime } from "#server/modules/help/index.ts";
import { readStanding } from "#server/modules/results/index.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { countHarmed, countPlans } from "./queries.ts";
import { heardSentence, movingSentence, safeSentence } from "./rules.ts";

/** A quarter: what was said before has been answered by a wave since. */
const HARM_DAYS = 92;

/**
 * Heard, safe and moving, each in one sentence about the scope's part, with what the latest published wave says besides.
 *
 * @param own units whose supervisor asks
 * @param today ISO date in the organisation's zone
 */
export async function readSentences(scope: Scope<"result:read">, own: readonly string[], today: string) {
  const [standing, inTime, plans, harmed] = await Promise.all([
    readStanding(scope, own),
    readInTime(scope, null),
    countPlans(scope, today),
    countHarmed(scope, addDays(today, -HARM_DAYS), PEOPLE_FOR_A_TEAM),
  ]);
  return {
    standing,
    heard: heardSentence({
      label: standing?.label ?? null,
      participation: standing?.participation ?? null,
      answers: standing?.answers ?? null,
      inTime,
    }),
    safe: safeSentence({ counted: standing?.counted ?? null, harmed }),
    moving: movingSentence(plans),
  };
}
