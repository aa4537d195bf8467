import { addDays, weekdayOf } from "#contracts/dates.ts";
import type { HelpAnswer } from "#contracts/plans.ts";
import { bankHolidays } from "./bank-holidays.ts";

/** The clock of a request for help: it runs in working days of England and Wales. */

/** Working days in which a leader answers, unless the organisation has chosen otherwise. */
export const DAYS_TO_ANSWER = 10;

export function isWorkingDay(date: string): boolean {
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return false;
  return !holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** A page of requests asks for the same few years again and again. */
const known = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const days = known.get(year) ?? new Set(bankHolidays(year).map(({ date }) => date));
  known.set(year, days);
  return days;
}

/** The n-th working day after a date; the date itself never counts, whatever the hour. */
export function addWorkingDays(date: string, days: number): string {
  let at = date;
  for (let counted = 0; counted < days; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) counted += 1;
  }
  return at;
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return count;
}

export type HelpClock = {
  /** The last day on which an answer is in time. */
  dueOn: string;
  /** 0 on the last day and after it. */
  daysLeft: number;
  /** Working days beyond it; 0 while in time. An overdue request passes to the next leader above. */
  daysOver: number;
};

/** @param reachedOn the day on which the request reached the leader who has it now: each leader has the whole clock. */
export function helpClock(reachedOn: string, today: string, days: number = DAYS_TO_ANSWER): HelpClock {
  const dueOn = addWorkingDays(reachedOn, days);
  return { dueOn, daysLeft: workingDaysBetween(today, dueOn), daysOver: workingDaysBetween(dueOn, today) };
}

export type Asked = { reachedOn: string; answeredOn: string | null };

/**
 * Answers in time, over all requests that were answered or are overdue. A request whose clock still runs is in neither.
 * Null where there is nothing to count.
 */
export function answeredInTime(
  asked: readonly Asked[],
  today: string,
  days: number = DAYS_TO_ANSWER,
): { inTime: number; of: number } | null {
  let [inTime, of] = [0, 0];
  for (const { reachedOn, answeredOn } of asked) {
    const dueOn = addWorkingDays(reachedOn, days);
    if (answeredOn === null && today <= dueOn) continue;
    of += 1;
    if (answeredOn !== null && answeredOn <= dueOn) inTime += 1;
  }
  return of === 0 ? null : { inTime, of };
}

/** Requests that wait longest first; those on the same day in the order given. Never by the worth of a request. */
export function byAge<A extends { askedOn: string }>(asked: readonly A[]): A[] {
  return [...asked].sort((a, b) => a.askedOn.localeCompare(b.askedOn));
}

/** What is wrong with an answer beyond its shape: a promise needs a day that can still be kept. */
export function answerProblems(answer: HelpAnswer, today: string): Record<string, string> {
  return answer.kind === "yes_by" && answer.by < today ? { by: "Choose today or a later day." } : {};
}
