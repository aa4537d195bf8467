const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** "2026-11-24" as "24 November 2026". A day has no zone: the server has already chosen the organisation's. */
export function longDate(isoDate: string): string {
  return LONG.format(new Date(`${isoDate}T00:00:00Z`));
}

/** "14:02" in the reader's own time: only after something happened in the browser, never in what the server draws. */
export function clockTime(instant: string | number | Date): string {
  return CLOCK.format(new Date(instant));
}
