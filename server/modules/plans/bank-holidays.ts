import { addDays, weekdayOf } from "#contracts/dates.ts";

export type BankHoliday = { date: string; name: string };

/**
 * Days that were moved or added by proclamation. Source of these and of the rules below: gov.uk/bank-holidays (England and
 * Wales) and the Banking and Financial Dealings Act 1971. A new proclamation is a new line here.
 */
const PROCLAIMED: Readonly<
  Record<number, { instead?: Readonly<Record<string, string>>; also?: readonly BankHoliday[] }>
> = {
  2020: { instead: { "Early May bank holiday": "2020-05-08" } },
  2022: {
    instead: { "Spring bank holiday": "2022-06-02" },
    also: [
      { date: "2022-06-03", name: "Platinum Jubilee bank holiday" },
      { date: "2022-09-19", name: "Bank holiday for the State Funeral of Queen Elizabeth II" },
    ],
  },
  2023: { also: [{ date: "2023-05-08", name: "Bank holiday for the coronation of King Charles III" }] },
};

/** First year for which the list of proclamations is complete. */
const FIRST_YEAR = 2020;

/**
 * Bank holidays of England and Wales in one year, in order. Substitute days stand in place of holidays on a weekend.
 * @throws RangeError before 2020, where proclaimed days are not listed.
 */
export function bankHolidays(year: number): BankHoliday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR) throw new RangeError(`no bank holidays for ${year}`);
  const easter = easterSunday(year);
  const weekday = weekdayOf(`${year}-12-25`);
  const regular: BankHoliday[] = [
    { date: nextWeekday(`${year}-01-01`), name: "New Year's Day" },
    { date: addDays(easter, -2), name: "Good Friday" },
    { date: addDays(easter, 1), name: "Easter Monday" },
    { date: mondayFrom(`${year}-05-01`), name: "Early May bank holiday" },
    { date: mondayFrom(`${year}-05-25`), name: "Spring bank holiday" },
    { date: mondayFrom(`${year}-08-25`), name: "Summer bank holiday" },
    // On a weekend, Christmas Day goes to the first weekday that Boxing Day leaves free.
    { date: `${year}-12-${CHRISTMAS[weekday]}`, name: "Christmas Day" },
    { date: `${year}-12-${BOXING_DAY[weekday]}`, name: "Boxing Day" },
  ];
  const proclaimed = PROCLAIMED[year];
  return [
    ...regular.map((day) => ({ ...day, date: proclaimed?.instead?.[day.name] ?? day.date })),
    ...(proclaimed?.also ?? []),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

/** Day in December by the weekday of the 25th, Sunday first. */
const CHRISTMAS = ["27", "25", "25", "25", "25", "25", "27"];
const BOXING_DAY = ["26", "26", "26", "26", "26", "28", "28"];

/** The date itself, or the Monday after a weekend. */
function nextWeekday(date: string): string {
  return addDays(date, ({ 0: 1, 6: 2 } as Record<number, number>)[weekdayOf(date)] ?? 0);
}

/** The first Monday on or after a date. */
function mondayFrom(date: string): string {
  return addDays(date, (8 - weekdayOf(date)) % 7);
}

/** Gregorian Easter, by the anonymous algorithm printed in Nature, 20 April 1876, and in Meeus, Astronomical Algorithms. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(day / 31))}-${two((day % 31) + 1)}`;
}
