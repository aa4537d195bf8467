import { z } from "zod";
import { Call, Lens } from "./calls.ts";
import { DetectorName, FollowUp, HowMany } from "./plans.ts";

const Team = z.object({ id: z.string(), name: z.string() });
const Day = z.iso.date("Enter a date.").nullable();

/** What a supervisor in the first twelve months has been given. */
export const Support = z.object({
  mentor: z.string().nullable(),
  firstTrainingOn: z.string().nullable(),
  secondTrainingOn: z.string().nullable(),
  lastCheckInOn: z.string().nullable(),
});
export type Support = z.infer<typeof Support>;

export const SaveSupport = z.object({
  mentor: z.string().trim().max(120, "Use at most 120 characters.").nullable(),
  firstTrainingOn: Day,
  secondTrainingOn: Day,
  lastCheckInOn: Day,
});
export type SaveSupport = z.infer<typeof SaveSupport>;

/** The one thing worth checking for one of the supervisor's own teams, and the support of somebody new in post. */
export const WorthCheckingView = z.object({
  team: Team.nullable(),
  detector: DetectorName.nullable(),
  /** Null once twelve months in post have passed, or when the first day is not known. */
  support: Support.nullable(),
});
export type WorthCheckingView = z.infer<typeof WorthCheckingView>;

export const SetAsideDetector = z.object({
  teamId: z.uuid(),
  detector: DetectorName,
  reason: z.string().trim().min(1, "Say why in a sentence.").max(300, "Use at most 300 characters."),
});
export type SetAsideDetector = z.infer<typeof SetAsideDetector>;

export const ReadConcerns = z.object({ unitId: z.uuid() });
export type ReadConcerns = z.infer<typeof ReadConcerns>;

/** How many supervisors below a unit something may concern, in words; nothing for fewer than ten supervisors. */
export const Concerns = z.array(z.object({ detector: DetectorName, howMany: HowMany }));
export type Concerns = z.infer<typeof Concerns>;

/** "Was the call right?" of one call, on the axis that it aimed at. */
export const CallReview = z.object({
  callId: z.string(),
  call: Call,
  madeOn: z.string(),
  /** Labels of the two waves; null where there is none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  followUp: FollowUp,
  /**
   * The team's own word, where the pulse after it asked X2 and shows it: agreement 0-100 with "Something changed because of
   * what we said last time."
   */
  teamWord: z.object({ statement: z.string(), agreement: z.number().int() }).nullable(),
  /** Days that the actions begun under the call ran past their day, together. */
  daysOver: z.number().int().min(0),
});
export type CallReview = z.infer<typeof CallReview>;

/** One half of the mirror: what the own checks asked for on one side in twelve months, and what was done. */
export const MirrorHalf = z.object({
  side: Lens,
  asked: z.number().int(),
  begun: z.number().int(),
  closed: z.number().int(),
  /** An action of the library, of a kind not used yet or least. */
  suggestion: z.string(),
});
export type MirrorHalf = z.infer<typeof MirrorHalf>;

/** For the supervisor alone: how calls turned out, and the two halves of the mirror, never one figure of both. */
export const ReviewPage = z.object({
  teams: z.array(Team),
  team: Team.nullable(),
  /** While a wave is open and the own view comes first, what the team said is not here. */
  locked: z.boolean(),
  reviews: z.array(CallReview),
  mirror: z.object({ lead: MirrorHalf, manage: MirrorHalf }),
});
export type ReviewPage = z.infer<typeof ReviewPage>;
