import type { HelpStepView, HelpView, InTime } from "#contracts/help.ts";
import type { HelpAnswer } from "#contracts/plans.ts";
import { longDate } from "#components/ui/dates.ts";

/** The words of asking and answering; used on the team's page and on the leader's. */

export const ANSWER_LABELS: Record<HelpAnswer["kind"], string> = {
  yes_by: "Yes, by a date",
  in_part: "In part",
  no_because: "No, because",
  not_mine: "Not mine: pass up",
};

/** "Yes, by 18 December 2026". */
export function answerHead(kind: HelpStepView["kind"], by: string | null): string {
  switch (kind) {
    case "yes_by":
      return by ? `Yes, by ${longDate(by)}` : "Yes, by …";
    case "in_part":
      return "In part";
    case "no_because":
      return "No, because";
    case "not_mine":
      return "Not mine: passed up";
    case "overdue":
      return "No answer came in time: passed up";
    case "withdrawn":
      return "Taken back by the team";
  }
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`;

/** Where the clock of a request stands. */
export function clockWords({ daysLeft, daysOver, dueOn }: Pick<HelpView, "daysLeft" | "daysOver" | "dueOn">): string {
  if (daysOver > 0) return `${days(daysOver)} over its time`;
  if (daysLeft === 0) return "The last day to answer is today";
  return `${days(daysLeft)} left, until ${longDate(dueOn)}`;
}

/** The finding of the leader's page. */
export function waitingTitle(waiting: readonly Pick<HelpView, "daysOver">[]): string {
  const count = waiting.length;
  if (count === 0) return "Nobody is waiting for you";
  const number = NUMBERS[count] ?? String(count);
  const title = count === 1 ? "One request waits for your answer" : `${number} requests wait for your answer`;
  const over = waiting.filter(({ daysOver }) => daysOver > 0).length;
  if (over === 0) return title;
  const late =
    count === 1
      ? "it is"
      : over === count
        ? "all are"
        : over === 1
          ? "one is"
          : `${NUMBERS[over]?.toLowerCase() ?? over} are`;
  return `${title}; ${late} over time`;
}

/** The finding of the team's page. */
export function teamTitle(team: string, requests: readonly Pick<HelpView, "status">[]): string {
  const waiting = requests.filter(({ status }) => status === "waiting").length;
  if (waiting === 0)
    return requests.length === 0 ? `${team} has not asked for help yet` : `${team} waits for no answer`;
  return waiting === 1 ? `${team} waits for one answer` : `${team} waits for ${waiting} answers`;
}

export function inTimeWords(share: InTime | null): string | null {
  if (!share) return null;
  const { inTime, of } = share;
  if (of === 1)
    return inTime === 1 ? "The one that was due was answered in time" : "The one that was due was not answered in time";
  return `${inTime === of ? "All" : `${inTime} of`} ${of} answered in time over the last twelve months`;
}
