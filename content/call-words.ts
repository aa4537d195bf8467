import type { Call, LargerRisk } from "#contracts/calls.ts";
import type { Flag, Signal } from "#contracts/signals.ts";

/** The call in one sentence, as it stands on top of its page. */
export const CALL_SENTENCES: Record<Call, string> = {
  keep_the_rhythm: "Keep the rhythm: you see no clear need for more meaning or more structure.",
  lead: "Lead: people need meaning now, so say where the work is going and why.",
  manage: "Manage: the work needs structure now, so settle who does what, by when and how well.",
  lead_then_manage: "Lead, then manage: give people the reason first, then the plan.",
  manage_then_lead: "Manage, then lead: get the work back in hand first, then talk about where it goes.",
  too_close_to_call: "Too close to call: both are needed, and nothing says which comes first.",
};

/** The rule's own limit, said on screen wherever it does not decide. */
export const RULE_DOES_NOT_DECIDE =
  "The rule does not decide this. You know the team: choose what comes first and say why. Your reason stays with you.";

/** Said in place of the team's side of a call where that side may not be read today. */
export const TEAM_SIDE_WORDS = {
  locked: "Your own view comes first. What your team said opens again once you have closed part 2 of your assessment.",
  withdrawn: "The results that stood beside this call have been withdrawn. Check again for a new call.",
} as const;
/** The same for the order of two needs, where the team's own risks had set it. */
export const TEAM_ORDER_WORDS = {
  locked: "What your team said sets this order.",
  withdrawn: "Results that have been withdrawn since set this order.",
} as const;

/** What sets the order of two needs. */
export type OrderReason = Flag | Exclude<LargerRisk, "neither">;
export const ORDER_REASONS: Record<OrderReason, string> = {
  change_rolled_out: "A change is being rolled out: people need the reason before the plan.",
  backlog_growing: "A backlog is growing: people hear a reason better once the pile stops growing.",
  service_could_be_harmed: "People who rely on you could be harmed: make the service safe first.",
  engagement: "Engagement risk is clearly the larger one, so meaning comes first.",
  delivery: "Delivery risk is clearly the larger one, so structure comes first.",
};

/** A marked signal as a reason, and the same signal as the condition of another call. */
export const SIGNAL_WORDS: Record<Signal, { marked: string; calm: string; ifMarked: string; ifCalm: string }> = {
  U: {
    marked: "The purpose, the priority or the coming change is unclear to the team.",
    calm: "The purpose and the priorities are clear enough to the team.",
    ifMarked: "the purpose or the coming change were clearly uncertain to the team",
    ifCalm: "the purpose and the coming change were clearer to the team",
  },
  C: {
    marked: "People know the task but doubt the direction, or their ability to handle the change.",
    calm: "People trust the direction, and that they can handle what comes.",
    ifMarked: "people clearly doubted the direction or the change",
    ifCalm: "people had fewer doubts about the direction and the change",
  },
  I: {
    marked: "Work is late, uneven or does not fit together.",
    calm: "Work is on time and even enough.",
    ifMarked: "work were clearly late or uneven",
    ifCalm: "work were less late and less uneven",
  },
  K: {
    marked: "Work is drifting, duplicated or out of sight.",
    calm: "Work stays in sight and is done once.",
    ifMarked: "work were clearly drifting, duplicated or out of sight",
    ifCalm: "work were drifting less and more in sight",
  },
};

export const FLAG_WORDS: Record<Flag, { ifSet: string; ifNot: string }> = {
  change_rolled_out: { ifSet: "a change were being rolled out", ifNot: "no change were being rolled out" },
  backlog_growing: { ifSet: "a backlog were growing", ifNot: "no backlog were growing" },
  service_could_be_harmed: {
    ifSet: "people who rely on you could be harmed",
    ifNot: "nobody who relies on you could be harmed",
  },
};

export const LARGER_RISK_WORDS: Record<LargerRisk, string> = {
  engagement: "engagement risk were clearly the larger one",
  delivery: "delivery risk were clearly the larger one",
  neither: "neither risk were clearly the larger one",
};

/** The team's reading beside the call. */
export const OPINION_WORDS = {
  agree: "You and your team agree",
  team_sees_need: {
    lead: "Your team sees a need for meaning that you did not mark",
    manage: "Your team sees a need for structure that you did not mark",
  },
  only_you: "You marked it; your team’s answers do not show it",
  too_few: "Too few answers for a second opinion",
} as const;

/** Counted facts as reasons: things, never people. */
export const FACT_REASONS = {
  overdue: (part: string, whole: string) =>
    `Milestones due in the last four weeks: ${whole}, of which ${part} overdue.`,
  backlogGrowth: (part: string, whole: string) => `Cases in the last four weeks: ${whole} came in, ${part} closed.`,
  rework: (part: string, whole: string) =>
    `Items completed in the last four weeks: ${whole}, of which ${part} done again.`,
  ageing: (part: string, whole: string) => `Open cases: ${whole}, of which ${part} older than you agreed.`,
} as const;
