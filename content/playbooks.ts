import type { Lens } from "#contracts/calls.ts";
import type { PlaybookName, PlaybookStep } from "#contracts/plans.ts";

/** The two playbooks as they are read: what each step is, and what its gate waits for. */
export const PLAYBOOK_WORDS: Record<PlaybookName, { title: string; when: string; gate: string }> = {
  policy_roll_out: {
    title: "Roll out a new policy",
    when: "A new policy or way of working reaches the team on a known date.",
    gate: "The plan begins when the team’s answers on aim and reasons are good again, or ten days after the outcome was agreed.",
  },
  case_backlog: {
    title: "Bring down a backlog of cases",
    when: "More cases come in than are closed, and the pile grows.",
    gate: "The next step begins when at least as many cases were closed as came in, three weeks running.",
  },
};

type StepWords = { title: string; side: Lens; how: string };

const LOOK_BACK: StepWords = {
  title: "Look back",
  side: "manage",
  how: "Say what you keep, what you change and what you stop.",
};

/** Both playbooks end with the same step. */
export const PLAYBOOK_STEP_WORDS: Record<PlaybookStep, StepWords> = {
  purpose_explained: {
    title: "Explain the purpose",
    side: "lead",
    how: "Say who is better off because of this policy, and why it comes now.",
  },
  outcome_agreed: {
    title: "Agree on the outcome",
    side: "lead",
    how: "Agree with the team on what will be true for people once it works.",
  },
  milestones: {
    title: "Set milestones",
    side: "manage",
    how: "Plan back from the date in steps of a week, each with a result that one can see.",
  },
  owners: { title: "Name owners", side: "manage", how: "Give each milestone one name and one day." },
  checks: {
    title: "Set up checks",
    side: "manage",
    how: "Choose two or three checks, and say for each what it protects.",
  },
  measured: {
    title: "Measure",
    side: "manage",
    how: "Count what comes in, what is closed and how old the oldest cases are, every week.",
  },
  workflow_mapped: {
    title: "Map the work",
    side: "manage",
    how: "Draw the steps with those who do them, and mark where cases wait.",
  },
  blockers_removed: {
    title: "Remove what blocks",
    side: "manage",
    how: "Take out what is yours to remove, and ask for help with the rest.",
  },
  stable: {
    title: "Hold it steady",
    side: "manage",
    how: "Keep the weekly count, and give each of the oldest cases a name and a day.",
  },
  reimagine: {
    title: "Think the work anew",
    side: "lead",
    how: "Ask the team what the service should be like, now that there is room to think.",
  },
  reviewed: LOOK_BACK,
};
