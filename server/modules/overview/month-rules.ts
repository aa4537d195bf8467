import { addDays } from "#contracts/dates.ts";

/** Early enough to be there when the first day of the month begins, in every zone that the product is used in. */
const HOUR = "T05:00:00Z";
const firstOf = (day: string): string => `${day.slice(0, 8)}01`;

/** The moment of the next monthly mail: early on the first day of the month after this day. */
export function nextMonthly(today: string): Date {
  return new Date(`${firstOf(addDays(firstOf(today), 32))}${HOUR}`);
}

/** The month that has ended, in words, with its first day and the day before it. */
export function monthBefore(today: string): { label: string; first: string; dayBefore: string } {
  const first = firstOf(addDays(firstOf(today), -1));
  const label = new Date(`${first}T12:00:00Z`).toLocaleDateString("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return { label, first, dayBefore: addDays(first, -1) };
}
