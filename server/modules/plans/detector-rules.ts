import { addDays } from "#contracts/dates.ts";
import { DETECTORS, type DetectorName, type HowMany } from "#contracts/plans.ts";
import {
  ASIDE_WEEKS,
  AT_RISK_FROM,
  DATE_GONE_DAYS,
  DECISIONS_WAITING,
  GOOD_BELOW,
  MANY_FROM,
  NEW_MONTHS,
  OVERDUE_FROM,
  REVIEWS_WITHOUT_FINDING,
  SOME_FROM,
  SUPERVISORS_FOR_WORDS,
  UNNAMED_FROM,
} from "./thresholds.ts";

/**
 * The six costly mistakes. Each looks at what the product knows already; none at what a person is like. A risk that is not
 * shown is neither good nor at risk.
 */

type Risk = number | null;

export type Observed = {
  today: string;
  supervisor: {
    /** First day in post; null when unknown. */
    since: string | null;
    mentor: boolean;
    trainings: number;
  };
  /** Published axes of the team, whole points. */
  engagement: Risk;
  delivery: Risk;
  /** Statements of the team as shown in the second pattern, whole points of risk. */
  statements: { D3: Risk; D4: Risk; E2: Risk; E4: Risk; X3: Risk };
  /** Decisions that wait for the supervisor. */
  decisionsWaiting: number;
  /** Milestones and actions past their day. */
  overdue: number;
  /** Open actions without an owner who is still there, or without a day: see `isUnnamed`. */
  unnamed: number;
  /** For each standing check: reviews in a row at which it had found nothing. */
  checks: readonly number[];
};

const good = (risk: Risk) => risk !== null && risk < GOOD_BELOW;
const atRisk = (risk: Risk) => risk !== null && risk >= AT_RISK_FROM;

/** The same day, months later; the last day of a shorter month. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whether somebody has been in post for less than twelve months; false when the first day is not known. */
export function isNewInPost(since: string | null, today: string): boolean {
  return since !== null && today < addMonths(since, NEW_MONTHS);
}

/**
 * An action is kept only with an owner and a day, and may lose both: whoever owned it has left, is suspended or holds no
 * place in the team or above it any more; or its day passed two weeks ago and nobody closed it, so that no day holds.
 */
export function isUnnamed({ ownerStays, dueOn }: { ownerStays: boolean; dueOn: string }, today: string): boolean {
  return !ownerStays || addDays(dueOn, DATE_GONE_DAYS) <= today;
}

const DETECT: Record<DetectorName, (o: Observed) => boolean> = {
  new_without_backup: ({ supervisor: { since, mentor, trainings }, today }) =>
    isNewInPost(since, today) && !mentor && trainings === 0,
  trusted_next_steps_unclear: ({ statements: s }) => good(s.D4) && (atRisk(s.E2) || atRisk(s.E4)),
  check_without_finding: ({ checks }) => checks.some((reviews) => reviews >= REVIEWS_WITHOUT_FINDING),
  decisions_queueing: ({ statements, decisionsWaiting }) =>
    atRisk(statements.X3) && decisionsWaiting >= DECISIONS_WAITING,
  good_spirit_slipping_dates: ({ engagement, delivery, overdue }) =>
    good(engagement) && atRisk(delivery) && overdue >= OVERDUE_FROM,
  agreed_without_name: ({ unnamed, statements: s }) => unnamed >= UNNAMED_FROM || (good(s.D3) && atRisk(s.E4)),
};

/** All that are met, in the order of the list. */
export function detected(observed: Observed): DetectorName[] {
  return DETECTORS.filter((name) => DETECT[name](observed));
}

/** A detector that the supervisor set aside as "does not apply", with the day. */
export type SetAside = { name: DetectorName; on: string };

/** The one thing worth checking now: one at a time, and none that was set aside in the last twelve weeks. */
export function worthChecking(observed: Observed, aside: readonly SetAside[]): DetectorName | null {
  const resting = new Set(
    aside.filter(({ on }) => observed.today < addDays(on, 7 * ASIDE_WEEKS)).map(({ name }) => name),
  );
  return detected(observed).find((name) => !resting.has(name)) ?? null;
}

/**
 * How many supervisors of a unit something concerns, in words; null under ten supervisors. "Few" may be nobody, so that
 * the word never singles anybody out.
 */
export function howMany(concerned: number, supervisors: number): HowMany | null {
  if (supervisors < SUPERVISORS_FOR_WORDS) return null;
  if (concerned >= MANY_FROM * supervisors) return "many";
  return concerned >= SOME_FROM * supervisors ? "some" : "few";
}
