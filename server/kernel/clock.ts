/** Time as a value, so that a rule or a test can hold it still. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** ISO date (yyyy-mm-dd) of an instant in a zone: dates of assignments and placements are the organisation's own. */
export function dateIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instant,
  );
}
