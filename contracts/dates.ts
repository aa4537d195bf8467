/** ISO dates (yyyy-mm-dd) as values: no clock and no zone. Which day it is, the organisation's zone has decided before. */

const DAY = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

export function addDays(date: string, days: number): string {
  return new Date(at(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to) - at(from)) / DAY);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return new Date(at(date)).getUTCDay();
}
