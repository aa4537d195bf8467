import { addDays } from "#contracts/dates.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";

const FIVE_MINUTES = 300_000;

/**
 * Books a look at a request for when its clock has run out. Five past midnight in London is early in zones west of it:
 * whoever looks finds that the day is not over there, and books again.
 *
 * @param notBefore for a look that came too early
 */
export function startClock(scope: Scope, helpId: string, dueOn: string, notBefore?: Date): Promise<void> {
  const after = notBefore ?? new Date(Date.parse(`${addDays(dueOn, 1)}T00:00:00Z`) + FIVE_MINUTES);
  const payload = { orgId: scope.organisation.id, helpId };
  return enqueue(scope.tx, "help-clock", payload, { startAfter: after, once: after.toISOString() });
}
