import { narrowed } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { env } from "#server/kernel/env.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOldest } from "#server/modules/help/index.ts";
import { monthBefore } from "./month-rules.ts";
import { listLed } from "./monthly-queries.ts";
import { monthlyMail } from "./monthly-rules.ts";
import { midnightAfter, readSince } from "./queries.ts";
import { readSentences } from "./read-sentences.ts";
import { sinceSentences } from "./rules.ts";

/** More than anybody leaves waiting; how many of them are late is counted among these. */
const WAITING = 200;

/**
 * The words of the monthly mail to one leader, as of now, about the units that they lead and what lies below; nothing of it
 * is kept. Null for somebody who leads nothing any more.
 */
export async function writeMonthly(scope: Scope, to: { personId: string; name: string }) {
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const led = await listLed(scope, today, to.personId);
  if (led.length === 0) return null;
  const leads = led.map(({ unitId }) => unitId);
  const part = narrowed(scope, "result:read", leads);
  const month = monthBefore(today);
  const [{ heard, safe, moving }, since, waiting] = await Promise.all([
    readSentences(part, [], today),
    readSince(part, month.dayBefore, midnightAfter(month.dayBefore)),
    listOldest(part, leads, WAITING),
  ]);
  return monthlyMail({
    organisation: scope.organisation.name,
    name: to.name,
    units: led.map(({ name }) => name),
    month: month.label,
    since: sinceSentences(since),
    heard,
    safe,
    moving,
    waiting: waiting.count,
    over: waiting.first.filter((help) => help.daysOver > 0).length,
    link: `${env().BEARING_URL}/o/${scope.organisation.slug}/overview`,
  });
}
