import { AXES, type Axis, axisOf, STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";

/**
 * The pilot statements, version 1 (docs/glossary.md). A version that a wave has used never changes: a new wording is a new
 * version, not an edit.
 */
export type Statement = {
  code: StatementCode;
  axis: Axis;
  /** 1-6; each aspect has one statement of direction and one of delivery, always shown as two. */
  aspect: number;
  /** Name in charts and tables: one or two words. */
  short: string;
  /** As team members read it. */
  member: string;
  /** As the supervisor reads it, about the team. */
  supervisor: string;
};

type Wording = { short: string; member: string; supervisor: string };

const WORDINGS: Record<StatementCode, Wording> = {
  D1: {
    short: "Aim",
    member: "I know what our team is aiming for.",
    supervisor: "Most of my team know what we are aiming for.",
  },
  D2: {
    short: "What’s next",
    member: "I know what is likely to change in our work over the next year.",
    supervisor: "Most of my team know what is likely to change in our work over the next year.",
  },
  D3: {
    short: "Priorities",
    member: "In our team, we agree on what matters most.",
    supervisor: "In our team, we agree on what matters most.",
  },
  D4: {
    short: "Reasons",
    member: "I believe the reasons we are given for what we are asked to do.",
    supervisor: "Most of my team believe the reasons they are given.",
  },
  D5: {
    short: "Worth it",
    member: "My work here feels worth the effort.",
    supervisor: "For most of my team, the work feels worth the effort.",
  },
  D6: {
    short: "Ready",
    member: "I feel ready for the changes that are coming.",
    supervisor: "Most of my team feel ready for the changes that are coming.",
  },
  E1: {
    short: "Means",
    member: "I had what I needed to do my work properly.",
    supervisor: "People had what they needed to do their work properly.",
  },
  E2: {
    short: "This week",
    member: "At the start of the week, I knew what had to be done by the end of it.",
    supervisor: "At the start of the week, people knew what had to be done by the end of it.",
  },
  E3: {
    short: "Handovers",
    member: "When work was passed on, nothing was missed.",
    supervisor: "When work was passed on, nothing was missed.",
  },
  E4: {
    short: "Owners",
    member: "Every job had a named person responsible for it.",
    supervisor: "Every job had a named person responsible for it.",
  },
  E5: {
    short: "On time",
    member: "Our work was done on time.",
    supervisor: "Our work was done on time.",
  },
  E6: {
    short: "Standard",
    member: "The same job was done to the same standard, whoever did it.",
    supervisor: "The same job was done to the same standard, whoever did it.",
  },
};

/** By code. */
export const STATEMENTS = Object.fromEntries(
  STATEMENT_CODES.map((code) => [
    code,
    { code, axis: axisOf(code), aspect: Number(code.slice(1)), ...WORDINGS[code] } satisfies Statement,
  ]),
) as Record<StatementCode, Statement>;

/** The codes of one axis, in the order in which they are asked. */
export const STATEMENTS_OF = Object.fromEntries(
  AXES.map((axis) => [axis, STATEMENT_CODES.filter((code) => axisOf(code) === axis)]),
) as Record<Axis, StatementCode[]>;

/** Names of the six aspects, in order. */
export const ASPECT_NAMES = [
  "Aim and means",
  "Next year, this week",
  "Priorities and handovers",
  "Reasons and owners",
  "Worth it, on time",
  "Ready, repeatable",
] as const;

export type Scale = {
  /** Heading of the block. */
  heading: string;
  /** Answers 1-5, in order. */
  labels: readonly [string, string, string, string, string];
};

/** Two blocks with two scales, which weakens the halo that makes opinions move together. */
export const SCALES: Record<Axis, Scale> = {
  direction: {
    heading: "How do you see it?",
    labels: ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"],
  },
  delivery: {
    heading: "In the last four weeks, how often was this true?",
    labels: ["Never", "Rarely", "Sometimes", "Mostly", "Always"],
  },
};

/** Stored as 0, apart from a statement left blank. */
export const DOES_NOT_APPLY = "Does not apply";
