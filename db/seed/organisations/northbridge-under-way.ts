import type { UnderWay } from "../practices.ts";

/**
 * Beside the backlog of Housing repairs: one roll-out that has ended, one that was opened again and goes on, one backlog
 * whose gate stays shut, and one roll-out that was left.
 */
export const northbridgeUnderWay: UnderWay = {
  playbooks: [
    {
      team: "Damp and mould response",
      playbook: "policy_roll_out",
      startedDaysAgo: 140,
      moves: [
        { daysAgo: 138, complete: "purpose_explained" },
        { daysAgo: 126, complete: "outcome_agreed" },
        { daysAgo: 112, complete: "milestones" },
        { daysAgo: 108, complete: "owners" },
        { daysAgo: 96, complete: "checks" },
        {
          daysAgo: 61,
          complete: "reviewed",
          looked: {
            kept: "A photograph at every first visit.",
            changed: "The second visit is booked before we leave the first.",
            stopped: "The paper form that nobody read.",
          },
        },
      ],
      weeks: [],
    },
    {
      team: "Validation",
      playbook: "case_backlog",
      startedDaysAgo: 52,
      moves: [
        { daysAgo: 50, complete: "measured" },
        { daysAgo: 41, complete: "workflow_mapped" },
        { daysAgo: 27, complete: "blockers_removed" },
      ],
      weeks: [
        { arrivals: 96, closures: 81 },
        { arrivals: 104, closures: 92 },
        { arrivals: 98, closures: 101 },
        { arrivals: 110, closures: 97 },
      ],
    },
    {
      team: "Validation",
      playbook: "policy_roll_out",
      startedDaysAgo: 210,
      moves: [
        { daysAgo: 208, complete: "purpose_explained" },
        {
          daysAgo: 190,
          leave: {
            kept: "The one-page summary of the new fee rules.",
            changed: "Nothing: the rules were put off until next year.",
            stopped: "The weekly call about a date that had gone.",
          },
        },
      ],
      weeks: [],
    },
    {
      team: "Contact centre mornings",
      playbook: "policy_roll_out",
      startedDaysAgo: 26,
      moves: [
        { daysAgo: 25, complete: "purpose_explained" },
        { daysAgo: 18, complete: "outcome_agreed" },
        {
          daysAgo: 9,
          reopen: {
            step: "outcome_agreed",
            reason: "Half the team was on leave when we agreed. We do it again with everybody.",
          },
        },
      ],
      weeks: [],
    },
  ],
  decisions: [
    {
      team: "Damp and mould response",
      who: "The two who are new",
      needed: "Which of them goes out alone from next month",
      daysAgo: 4,
    },
    {
      team: "Housing repairs",
      who: "The early crew",
      needed: "Whether two people may swap Saturdays without asking first",
      daysAgo: 8,
    },
    {
      team: "Housing repairs",
      who: "Repairs scheduling",
      needed: "Which jobs may be put off when a gas leak comes in",
      daysAgo: 3,
    },
    {
      team: "Validation",
      who: "The agents' forum",
      needed: "From which day we return drawings in other formats",
      daysAgo: 5,
    },
  ],
};
