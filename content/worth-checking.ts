import type { DetectorName, HowMany } from "#contracts/plans.ts";

/** "Worth checking": what may be going on and one thing to do next. It may not apply, and then a reason is enough. */
export const WORTH_CHECKING: Record<DetectorName, { title: string; why: string; next: string }> = {
  new_without_backup: {
    title: "New in post without backup",
    why: "You have been in post for less than a year, and no mentor and no training are noted.",
    next: "Ask your leader for a mentor, and put one date with them in your diary.",
  },
  trusted_next_steps_unclear: {
    title: "Trusted, but next steps unclear",
    why: "Your team believes the reasons it is given. What is due this week, or who does it, is less clear.",
    next: "On Monday, agree on what will be done by Friday and put a name on each job.",
  },
  check_without_finding: {
    title: "A check that may protect nothing",
    why: "One of your checks has found nothing for some time.",
    next: "Ask the team: what could we stop, and what would we lose?",
  },
  decisions_queueing: {
    title: "Decisions are queueing for you",
    why: "Your team says that it cannot settle small things itself, and decisions are waiting for you.",
    next: "Choose five kinds of decision that others can make, and say which limit must hold.",
  },
  good_spirit_slipping_dates: {
    title: "Good spirit, slipping dates",
    why: "People know what they are here for, and dates are slipping all the same.",
    next: "Go through all that is overdue: do it now, set a new day, or drop it.",
  },
  agreed_without_name: {
    title: "Agreed, but no name on it",
    why: "The team agrees on what matters, and some work has no owner who is still there, or no day that still holds.",
    next: "Read the open jobs aloud and give each one a name and a day.",
  },
};

export const HOW_MANY_WORDS: Record<HowMany, string> = {
  few: "Few supervisors",
  some: "Some supervisors",
  many: "Many supervisors",
};
