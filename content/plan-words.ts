import type { Lens } from "#contracts/calls.ts";
import type { FollowUpVerdict } from "#contracts/plans.ts";

/** An action that does not fit the call. It may be chosen all the same. */
export const MISMATCH_WORDS: Record<Lens, string> = {
  lead: "This action adds meaning. Your check says the work needs structure first.",
  manage: "This action adds structure. Your check says people need meaning first.",
};
export const MISMATCH_BUTTONS: Record<Lens, { anyway: string; others: string }> = {
  lead: { anyway: "Choose it anyway", others: "See actions for structure" },
  manage: { anyway: "Choose it anyway", others: "See actions for meaning" },
};

/** "Was the call right?" A change after an action is not yet a change because of it. */
const NOT_A_CAUSE = "This does not show that the action caused it.";
export const FOLLOW_UP_WORDS: Record<FollowUpVerdict, string> = {
  improved: `Improved. ${NOT_A_CAUSE}`,
  worse: `Worse. ${NOT_A_CAUSE}`,
  no_clear_change: "No clear change.",
  too_few_answers: "Too few answers to tell.",
};

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
/** "2026-11-24" as "24 November 2026", in sentences that the server makes. */
export const longDay = (isoDate: string): string => LONG.format(new Date(`${isoDate}T00:00:00Z`));
