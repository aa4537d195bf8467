import type { Call, ModeSpan } from "#contracts/calls.ts";
import { addDays } from "#contracts/dates.ts";

/** A call expires and asks again: teams rarely stay in one mode for long. */
export const CALL_DAYS = 42;

/** First day on which a call of that day no longer holds. */
export function expiresOn(madeOn: string): string {
  return addDays(madeOn, CALL_DAYS);
}

export function isExpired(madeOn: string, today: string): boolean {
  return today >= expiresOn(madeOn);
}

/**
 * The mode timeline of one team: each call until the next one, at most until it expires. Of several calls on one day the
 * last holds.
 *
 * @param calls in the order in which they were made; `holds` is the supervisor's choice where there is one
 */
export function modeTimeline(calls: readonly { madeOn: string; holds: Call }[], today: string): ModeSpan[] {
  return calls.flatMap(({ madeOn, holds }, index): ModeSpan[] => {
    const next = calls[index + 1]?.madeOn ?? null;
    if (next === madeOn) return [];
    const expiry = expiresOn(madeOn);
    if (next !== null && next <= expiry) return [{ call: holds, from: madeOn, until: next, ended: "next_call" }];
    if (next !== null || today >= expiry) return [{ call: holds, from: madeOn, until: expiry, ended: "expired" }];
    return [{ call: holds, from: madeOn, until: null, ended: "holds" }];
  });
}
