/**
 * Wall time of an organisation: "2026-10-25T09:00" as people write it, without a zone. Twice a year a clock changes: an
 * hour that comes twice means the first one, an hour that never comes means the moment the clock jumped over it by.
 */
const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** The wall time of an instant in a zone, to the minute. */
export function localOf(instant: Date, zone: string): string {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

const asUtc = (local: string): number => {
  const [, year, month, day, hour, minute] = WALL.exec(local)?.map(Number) ?? [];
  if (year === undefined || month === undefined) throw new Error(`"${local}" is no wall time`);
  return Date.UTC(year, month - 1, day, hour, minute);
};

/** Minutes that the zone is ahead of UTC at an instant. */
const offsetAt = (instant: number, zone: string): number =>
  Math.round((asUtc(localOf(new Date(instant), zone)) - Math.floor(instant / 60_000) * 60_000) / 60_000);

/**
 * The instant of a wall time in a zone.
 * @throws Error for a text that is no wall time
 */
export function instantOf(local: string, zone: string): Date {
  const wall = asUtc(local);
  // The offsets of the day before and after hold every candidate: no zone changes twice in two days.
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((near) => offsetAt(near, zone));
  const candidates = offsets.map((offset) => wall - offset * 60_000);
  const exact = candidates.filter((instant) => localOf(new Date(instant), zone) === local);
  // In the gap of spring no candidate reads back: the offset of before moves it past the jump.
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}

/** The same wall time some months later; on the last day of a month that is too short. */
export function monthsLater(local: string, months: number): string {
  const [, year = 0, month = 1, day = 1] = WALL.exec(local)?.map(Number) ?? [];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const to = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
  return `${to.toISOString().slice(0, 10)}${local.slice(10)}`;
}

const MONTH_NAMES = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "January 2027" of a wall time: what a wave is called that nobody has named. */
export const monthOf = (local: string): string => MONTH_NAMES.format(new Date(asUtc(local)));
