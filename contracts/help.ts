import { z } from "zod";
import { HelpAnswer } from "./plans.ts";

export const HELP_STATUSES = ["waiting", "answered", "withdrawn"] as const;
export const HelpStatus = z.enum(HELP_STATUSES);
export type HelpStatus = z.infer<typeof HelpStatus>;

/** The four answers, and what else happens to a request: the clock passes it up, or the team takes it back. */
export const HELP_STEPS = ["yes_by", "in_part", "no_because", "not_mine", "overdue", "withdrawn"] as const;
export const HelpStep = z.enum(HELP_STEPS);
export type HelpStep = z.infer<typeof HelpStep>;

export const MEASURE_KINDS = ["delivery_rating", "engagement_figure"] as const;
export const MeasureKind = z.enum(MEASURE_KINDS);
export type MeasureKind = z.infer<typeof MeasureKind>;

export const QUESTION_LENGTH = 400;
/** So many requests of one team wait at a time: more would be a list that nobody reads. */
export const OPEN_REQUESTS = 5;

export const AskHelp = z.object({
  teamId: z.uuid(),
  question: z
    .string()
    .trim()
    .min(1, "Say what you need.")
    .max(QUESTION_LENGTH, `Use at most ${QUESTION_LENGTH} characters.`),
});
export type AskHelp = z.infer<typeof AskHelp>;

export const AnswerHelp = z.object({
  helpId: z.uuid(),
  /** Where it waited when the leader read it: a request that has moved on meanwhile is not answered by accident. */
  atUnitId: z.uuid(),
  answer: HelpAnswer,
});
export type AnswerHelp = z.infer<typeof AnswerHelp>;

export const HelpId = z.object({ helpId: z.uuid() });
export type HelpId = z.infer<typeof HelpId>;

export const ReadTeamHelp = z.object({ teamId: z.uuid().optional() });
export type ReadTeamHelp = z.infer<typeof ReadTeamHelp>;

const Place = z.object({ unitId: z.string(), name: z.string() });

/** One thing that happened to a request. */
export const HelpStepView = z.object({
  kind: HelpStep,
  /** The unit whose leader had it. */
  unitName: z.string(),
  /** Null when the clock did it. */
  personName: z.string().nullable(),
  sentence: z.string().nullable(),
  by: z.iso.date().nullable(),
  on: z.iso.date(),
});
export type HelpStepView = z.infer<typeof HelpStepView>;

export const HelpView = z.object({
  id: z.string(),
  team: Place,
  question: z.string(),
  askedBy: z.string(),
  askedOn: z.iso.date(),
  status: HelpStatus,
  /** Whose leader has it now, or had it last. */
  at: Place,
  /** The last day on which an answer of that leader is in time. */
  dueOn: z.iso.date(),
  /** Working days; both 0 on the last day, and once it no longer waits. */
  daysLeft: z.number().int().min(0),
  daysOver: z.number().int().min(0),
  /** Oldest first. */
  steps: z.array(HelpStepView),
  /** The answer that ended it; null while it waits and when it was taken back. */
  answer: HelpStepView.nullable(),
});
export type HelpView = z.infer<typeof HelpView>;

/** What happens when a team asks now: shown before it is sent. */
export const HelpRoute = z.object({
  to: Place,
  /** Who leads there today; empty where nobody does. */
  leaders: z.array(z.string()),
  dueOn: z.iso.date(),
  days: z.number().int(),
  /** Where it goes when no answer comes in time; null at the top, where it stays. */
  overdueTo: Place.nullable(),
});
export type HelpRoute = z.infer<typeof HelpRoute>;

export const TeamHelp = z.object({
  /** Teams for which the reader may ask. */
  teams: z.array(Place),
  team: Place.nullable(),
  /** Null where the reader may not ask for this team. */
  route: HelpRoute.nullable(),
  /** The last of them, newest first. */
  requests: z.array(HelpView),
  placesLeft: z.number().int().min(0),
});
export type TeamHelp = z.infer<typeof TeamHelp>;

/** Answers in time over all that were answered or are overdue; null where there is nothing to count. */
export const InTime = z.object({ inTime: z.number().int(), of: z.number().int() });
export type InTime = z.infer<typeof InTime>;

/** A request that waits for the reader, with what only this page needs. */
export const WaitingHelp = HelpView.extend({
  /** Where "not mine" takes it; null where it stays. */
  above: Place.nullable(),
});
export type WaitingHelp = z.infer<typeof WaitingHelp>;

export const WaitingPage = z.object({
  /** The units that the reader leads. */
  units: z.array(Place),
  today: z.iso.date(),
  /** Oldest first. */
  waiting: z.array(WaitingHelp),
  /** Answered, passed up or taken back at these units, newest first. */
  past: z.array(HelpView),
  /** At these units, over the last twelve months. */
  inTime: InTime.nullable(),
});
export type WaitingPage = z.infer<typeof WaitingPage>;

/** What only the reader can do; the badge of the sidebar. */
export const WaitingCount = z.object({ waiting: z.number().int() });
export type WaitingCount = z.infer<typeof WaitingCount>;
