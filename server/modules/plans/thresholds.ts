import { RISK_BREAKS, STATE_CUT } from "#contracts/results.ts";

/** Every threshold of "Worth checking", in one place; docs/the-call.md repeats them for readers. */

/** A risk below this is good, from that on it is at risk: published breaks of the scale. */
export const GOOD_BELOW = RISK_BREAKS[1];
export const AT_RISK_FROM = STATE_CUT;

/** A supervisor is new in post for so many months. */
export const NEW_MONTHS = 12;
/** Decisions that wait for the supervisor. */
export const DECISIONS_WAITING = 3;
/** Milestones or actions past their day. */
export const OVERDUE_FROM = 1;
/** A day that passed so many days ago is no day any more. */
export const DATE_GONE_DAYS = 14;
/** Open actions without an owner who is still there, or without a day. */
export const UNNAMED_FROM = 1;
/** Reviews in a row at which a check had found nothing. */
export const REVIEWS_WITHOUT_FINDING = 2;

/** "Does not apply" rests for so many weeks. */
export const ASIDE_WEEKS = 12;

/** Leaders read words only from so many supervisors on. */
export const SUPERVISORS_FOR_WORDS = 10;
/** Shares from which "few" becomes "some", and "some" becomes "many". */
export const SOME_FROM = 0.25;
export const MANY_FROM = 0.5;
