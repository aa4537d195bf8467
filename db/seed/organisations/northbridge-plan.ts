import type { StoryPlan } from "../story.ts";

const NO_FLAGS = { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false };

/** What the supervisors with a sign-in have checked, decided and planned so far. Days count back from the day of the demo. */
export const northbridgePlan: StoryPlan = {
  checks: [
    {
      team: "Housing repairs",
      afterWave: 2,
      signals: { U: 2, C: 1, I: 0, K: 1 },
      flags: NO_FLAGS,
    },
    {
      team: "Housing repairs",
      afterWave: 3,
      signals: { U: 2, C: 1, I: 1, K: 1 },
      flags: NO_FLAGS,
    },
    {
      team: "Housing repairs",
      afterWave: 4,
      signals: { U: 1, C: 0, I: 3, K: 2 },
      flags: { ...NO_FLAGS, service_could_be_harmed: true },
    },
    {
      team: "Housing repairs",
      afterWave: 5,
      signals: { U: 2, C: 1, I: 2, K: 3 },
      flags: { ...NO_FLAGS, backlog_growing: true },
    },
    {
      team: "Damp and mould response",
      afterWave: 5,
      signals: { U: 0, C: 2, I: 2, K: 0 },
      flags: NO_FLAGS,
      decide: {
        choice: "lead_then_manage",
        reason: "Two people are new: they need to know what counts before the rota changes.",
      },
    },
    {
      team: "Validation",
      afterWave: 5,
      signals: { U: 0, C: 1, I: 2, K: 2 },
      flags: { ...NO_FLAGS, backlog_growing: true },
    },
  ],
  actions: [
    {
      team: "Housing repairs",
      side: "manage",
      libraryId: null,
      result: "Each morning everybody knows which repairs must be done that day.",
      steps: ["Put the day's repairs on one board by 7:30", "Say who has which", "Look at the board again at two"],
      begunDaysAgo: 17,
      dueInDays: 18,
      closed: null,
    },
    {
      team: "Housing repairs",
      side: "lead",
      libraryId: null,
      result: "Everybody can say why the oldest repairs come first.",
      steps: ["Follow one late repair to the tenant", "Tell the team what was found", "Ask what would have helped"],
      begunDaysAgo: 16,
      dueInDays: 25,
      closed: null,
    },
    {
      team: "Housing repairs",
      side: "manage",
      libraryId: null,
      result: "No repair is passed on without a date.",
      steps: ["Agree on what a handover must say", "Try it for two weeks", "Count what still went missing"],
      begunDaysAgo: 118,
      dueInDays: -78,
      closed: {
        daysAgo: 80,
        outcome: "changed",
        learned: "A date alone was not enough: it now also names the person.",
      },
    },
    {
      team: "Housing repairs",
      side: "lead",
      libraryId: null,
      result: "Each crew knows one tenant for whom its work made the difference.",
      steps: ["Ask three tenants for a few lines", "Read one out each Monday"],
      begunDaysAgo: 188,
      dueInDays: -146,
      closed: {
        daysAgo: 149,
        outcome: "kept",
        learned: "Crews bring their own stories now. It takes three minutes and nobody wants to lose it.",
      },
    },
    {
      team: "Housing repairs",
      side: "manage",
      libraryId: null,
      result: "Two supervisors look at every job over four hours.",
      steps: ["List jobs over four hours each morning", "Look at each with a second supervisor"],
      begunDaysAgo: 100,
      dueInDays: -64,
      closed: {
        daysAgo: 58,
        outcome: "stopped",
        learned: "It cost an hour a day and changed no job. One look at the end of the week finds the same.",
      },
    },
    {
      team: "Validation",
      side: "manage",
      libraryId: null,
      result: "Nothing waits longer than five days for its first look.",
      steps: ["Sort what waits by day of arrival", "Keep two hours each morning for the oldest"],
      begunDaysAgo: 15,
      dueInDays: 20,
      closed: null,
    },
  ],
  playbooks: [
    {
      team: "Housing repairs",
      playbook: "case_backlog",
      steps: [
        { step: "measured", daysAgo: 44 },
        { step: "workflow_mapped", daysAgo: 38 },
        { step: "blockers_removed", daysAgo: 24 },
      ],
      weeks: [
        { arrivals: 148, closures: 131 },
        { arrivals: 139, closures: 142 },
        { arrivals: 144, closures: 151 },
      ],
    },
  ],
  purposes: [
    {
      team: "Housing repairs",
      daysAgo: 150,
      sentence: "We repair council homes so that tenants are safe and warm.",
      benefits: "tenants",
    },
    {
      team: "Housing repairs",
      daysAgo: 60,
      sentence: "We mend what is broken at the first visit, so that tenants are safe and warm at home.",
      benefits: "tenants",
      serves: 2,
    },
    {
      team: "Damp and mould response",
      daysAgo: 52,
      sentence: "We find the cause of damp, not only the stain, so that children breathe well at home.",
      benefits: "children",
      serves: 1,
    },
    {
      team: "Validation",
      daysAgo: 36,
      sentence: "We look at every plan within five days, so that applicants know early what is missing.",
      benefits: "applicants",
      serves: 1,
    },
  ],
  rhythms: [
    { team: "Housing repairs", kind: "one_to_one", everyDays: 28, heldDaysAgo: 12 },
    { team: "Housing repairs", kind: "team_review", everyDays: 14, heldDaysAgo: 19 },
  ],
  waiting: [
    {
      team: "Housing repairs",
      who: "Fleet workshop",
      needed: "The second van back from its repair",
      daysAgo: 11,
    },
    { team: "Housing repairs", who: "Procurement", needed: "A yes to the new supplier of boiler parts", daysAgo: 6 },
  ],
};
