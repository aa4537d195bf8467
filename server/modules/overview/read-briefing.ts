import type { Briefing } from "#contracts/overview.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOldest } from "#server/modules/help/index.ts";
import { findLook, midnightAfter, readSince } from "./queries.ts";
import { readSentences } from "./read-sentences.ts";
import { lookBack, sinceSentences } from "./rules.ts";

export const OVERVIEW_PAGE = "overview";
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
  const [look, { standing, heard, safe, moving }, waiting] = await Promise.all([
    findLook(scope, OVERVIEW_PAGE),
    readSentences(scope, own, today),
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
    heard,
    safe,
    moving,
    visits: standing?.visits ?? [],
  };
}
