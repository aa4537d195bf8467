/** Time as a value, so that a rule or a test can hold it still. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** Making a format costs far more than using it, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(zone, made);
  return made;
}

/** ISO date (yyyy-mm-dd) of an instant in a zone: dates of assignments and placements are the organisation's own. */
export function dateIn(zone: string, instant: Date): string {
  return formatFor(zone).format(instant);
}
