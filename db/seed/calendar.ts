export type WaveDates = { label: string; openedAt: Date; closedAt: Date; publishedAt: Date };

/** When it all happened. The last wave is the open one: its closing and publishing lie ahead. */
export type Calendar = {
  now: Date;
  /** The organisation begins: three weeks before its first wave. */
  begins: Date;
  waves: readonly WaveDates[];
};

const DAY = 86_400_000;
const OPEN_DAYS = 18;

/**
 * Quarterly waves that end with one that is open: it opened on a Monday ten to sixteen days ago, whatever day it is, and
 * the others lie three, six, nine ... months before. So the demo is alive on every day, and its answers never change.
 */
export function makeCalendar(now: Date, closedWaves: number): Calendar {
  const anchor = new Date(now.getTime() - 10 * DAY);
  // The 28th at most, so that every month has the day.
  const day = Math.min(anchor.getUTCDate(), 28);
  const waves = Array.from({ length: closedWaves + 1 }, (_, i): WaveDates => {
    const month = anchor.getUTCMonth() - 3 * (closedWaves - i);
    const date = new Date(Date.UTC(anchor.getUTCFullYear(), month, day));
    const monday = date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY;
    const at = (days: number, hour: number) => new Date(monday + days * DAY + hour * 3_600_000);
    return { label: season(date), openedAt: at(0, 9), closedAt: at(OPEN_DAYS, 16), publishedAt: at(OPEN_DAYS + 3, 10) };
  });
  const [first] = waves;
  if (!first) throw new Error("a calendar without a wave");
  return { now, begins: new Date(first.openedAt.getTime() - 21 * DAY), waves };
}

/** Three months apart, so that no two waves share one. A winter is named by both of its years. */
function season(date: Date): string {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (month === 11) return `Winter ${year}/${String(year + 1).slice(2)}`;
  if (month < 2) return `Winter ${year - 1}/${String(year).slice(2)}`;
  const name = month < 5 ? "Spring" : month < 8 ? "Summer" : "Autumn";
  return `${name} ${year}`;
}

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
