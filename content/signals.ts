import type { Flag, Signal, TeamEventKind } from "#contracts/signals.ts";

/** The quick test, as the supervisor reads it. */
export const SIGNAL_QUESTIONS: Record<Signal, { name: string; question: string }> = {
  U: {
    name: "Uncertainty",
    question: "Is the purpose, the priority or the coming change unclear to the team?",
  },
  C: {
    name: "Confidence",
    question: "Do people know the task but doubt the direction, or their ability to handle the change?",
  },
  I: { name: "Inconsistency", question: "Is work late, uneven or poorly coordinated?" },
  K: { name: "Control", question: "Is work drifting, duplicated or out of sight?" },
};

/** Strengths 0-3, in order; from "Clearly" on it counts as a yes. */
export const SIGNAL_STRENGTHS = ["No", "A little", "Clearly", "Severely"] as const;

/** "Is something happening?" Dated, and drawn as thin lines on trends. */
export const TEAM_EVENT_LABELS: Record<TeamEventKind, string> = {
  new_policy: "A new policy",
  budget_pressure: "Budget pressure",
  new_priority: "A new priority",
  growing_backlog: "A growing backlog",
  service_harm: "The service could be harmed",
};

/** The three flags of the call; set only when the supervisor says so, never by an event. */
export const FLAG_LABELS: Record<Flag, { statement: string; hint: string }> = {
  change_rolled_out: {
    statement: "A change is being rolled out to this team",
    hint: "A change with a name and a date, not a possibility.",
  },
  backlog_growing: {
    statement: "Our backlog is growing",
    hint: "More comes in than goes out, for three weeks or longer.",
  },
  service_could_be_harmed: {
    statement: "People who rely on us could be harmed",
    hint: "A resident, patient or case could be worse off within weeks.",
  },
};
