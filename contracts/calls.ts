import { z } from "zod";
import { AssessmentFacts, AssessmentFlags } from "./assessments.ts";
import { Flag, Signal, SignalStrength } from "./signals.ts";
import { StatementCode } from "./statements.ts";

/** Lead: give meaning. Manage: give structure. */
export const LENSES = ["lead", "manage"] as const;
export const Lens = z.enum(LENSES);
export type Lens = z.infer<typeof Lens>;

export const CALLS = [
  "keep_the_rhythm",
  "lead",
  "manage",
  "lead_then_manage",
  "manage_then_lead",
  "too_close_to_call",
] as const;
export const Call = z.enum(CALLS);
export type Call = z.infer<typeof Call>;

/** Screen names of the calls. */
export const CALL_LABELS: Record<Call, string> = {
  keep_the_rhythm: "Keep the rhythm",
  lead: "Lead",
  manage: "Manage",
  lead_then_manage: "Lead, then manage",
  manage_then_lead: "Manage, then lead",
  too_close_to_call: "Too close to call",
};

/** Which risk is clearly the larger one; neither when nothing says so. */
export const LARGER_RISKS = ["engagement", "delivery", "neither"] as const;
export const LargerRisk = z.enum(LARGER_RISKS);
export type LargerRisk = z.infer<typeof LargerRisk>;

/** All that the rule looks at. */
export const CallInput = z.object({
  signals: z.record(Signal, SignalStrength),
  flags: AssessmentFlags,
  largerRisk: LargerRisk,
});
export type CallInput = z.infer<typeof CallInput>;

/** What the team's published reading says about one need: the whole interval at the cut or above, below it, or neither. */
export const NeedSeen = z.enum(["seen", "not_seen", "unclear"]);
export type NeedSeen = z.infer<typeof NeedSeen>;

/** A statement of the team that is shown in the second pattern, as whole points of risk. */
export const ShownStatement = z.object({
  code: StatementCode,
  risk: z.number().int().min(0).max(100),
  low: z.number().int(),
  high: z.number().int(),
});
export type ShownStatement = z.infer<typeof ShownStatement>;

/** Everything that was known when a call was made. Kept with the call, so that the same words can be said again. */
export const CallBasis = z.object({
  /** Version of the rule and of its words. */
  rule: z.number().int().min(1),
  input: CallInput,
  /** Where the larger risk comes from. */
  largerRiskFrom: z.enum(["team", "assessment", "nothing"]),
  /** The published wave behind statements and needs; null where the team has none that is shown. */
  waveId: z.uuid().nullable(),
  needs: z.object({ meaning: NeedSeen.nullable(), structure: NeedSeen.nullable() }),
  statements: z.array(ShownStatement),
  facts: AssessmentFacts.nullable(),
});
export type CallBasis = z.infer<typeof CallBasis>;

/** Never a count of people, and never a statement below the second pattern. */
export const CallReason = z.object({
  from: z.enum(["signal", "statement", "fact"]),
  /** The side that it speaks for; null for a reason to keep the rhythm. */
  lens: Lens.nullable(),
  words: z.string(),
});
export type CallReason = z.infer<typeof CallReason>;

/** One step: a signal by one, a flag set or taken away, or another larger risk. */
export const CallChange = z.discriminatedUnion("of", [
  z.object({ of: z.literal("signal"), signal: Signal, to: SignalStrength }),
  z.object({ of: z.literal("flag"), flag: Flag, to: z.boolean() }),
  z.object({ of: z.literal("larger_risk"), to: LargerRisk }),
]);
export type CallChange = z.infer<typeof CallChange>;

export const Counterfactual = z.object({
  becomes: Call,
  /** Steps in order; a signal that moves by two has two. */
  changes: z.array(CallChange).min(1),
  /** "It would become *Manage, then lead* if a backlog were growing." The call stands between asterisks. */
  words: z.string(),
});
export type Counterfactual = z.infer<typeof Counterfactual>;

export const OpinionKind = z.enum(["agree", "team_sees_need", "only_you", "too_few"]);
export type OpinionKind = z.infer<typeof OpinionKind>;
export const AxisOpinion = z.object({ kind: OpinionKind, words: z.string() });
export type AxisOpinion = z.infer<typeof AxisOpinion>;

/** The team's reading beside the supervisor's call, one opinion for each side. */
export const SecondOpinion = z.object({
  /** "Look again" over a quiet call when the team sees a need. */
  heading: z.enum(["Second opinion", "Look again"]),
  meaning: AxisOpinion,
  structure: AxisOpinion,
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** What the rule says about one basis; the same basis always gives the same words. */
export const MadeCall = z.object({
  call: Call,
  sentence: z.string(),
  /** Why in this order, or that the rule does not decide; null where there is no order to explain. */
  order: z.string().nullable(),
  reasons: z.array(CallReason).max(3),
  counterfactual: Counterfactual,
  secondOpinion: SecondOpinion,
  /** The team says that it lacks the means: ask for help before anything else. */
  askForHelpFirst: z.boolean(),
});
export type MadeCall = z.infer<typeof MadeCall>;

/** The supervisor's own choice where the rule does not decide, or against it. Only the supervisor reads the reason. */
export const CALL_REASON_LENGTH = 500;
export const CallChoice = Call.exclude(["too_close_to_call"], "Choose one.");
export const DecideCall = z.object({
  callId: z.uuid(),
  choice: CallChoice,
  reason: z
    .string()
    .trim()
    .min(1, "Say why in a sentence.")
    .max(CALL_REASON_LENGTH, `Use at most ${CALL_REASON_LENGTH} characters.`),
});
export type DecideCall = z.infer<typeof DecideCall>;

/** The 60-second check, at any time. All four signals are answered. */
export const QuickCheck = z.object({
  teamId: z.uuid(),
  signals: z.record(Signal, SignalStrength),
  flags: AssessmentFlags,
});
export type QuickCheck = z.infer<typeof QuickCheck>;

/**
 * Whether what the team said may stand beside a call today. Locked: a wave is open and the supervisor's own view comes
 * first. Withdrawn: the published results behind it are no longer published. None: there were none that were shown.
 */
export const TeamSide = z.enum(["shown", "none", "locked", "withdrawn"]);
export type TeamSide = z.infer<typeof TeamSide>;

/** A call as its supervisor reads it. */
export const CallView = z.object({
  callId: z.string(),
  team: z.object({ id: z.string(), name: z.string() }),
  /** ISO dates. */
  madeOn: z.string(),
  expiresOn: z.string(),
  expired: z.boolean(),
  made: MadeCall,
  teamSide: TeamSide,
  /** Set when the supervisor decided otherwise, or where the rule did not decide. */
  decided: z.object({ choice: CallChoice, reason: z.string(), decidedOn: z.string() }).nullable(),
  /** What holds: the choice where there is one, else the call. */
  holds: Call,
});
export type CallView = z.infer<typeof CallView>;

/**
 * A call as the line and HR read it: reasons, counterfactual and second opinion would give the signal strengths away, and
 * the reason for deciding otherwise is the supervisor's own.
 */
export const CallForLine = CallView.pick({ madeOn: true, expiresOn: true, expired: true, holds: true }).extend({
  decidedOtherwise: z.boolean(),
});
export type CallForLine = z.infer<typeof CallForLine>;

/** One stretch of the mode timeline of a team: from the day of a call to the next one, or to its expiry. */
export const ModeSpan = z.object({
  call: Call,
  from: z.string(),
  /** First day on which it no longer held; null while it holds. */
  until: z.string().nullable(),
  ended: z.enum(["holds", "next_call", "expired"]),
});
export type ModeSpan = z.infer<typeof ModeSpan>;

/** One of the supervisor's own teams; the first by name when none is named. */
export const OwnTeam = z.object({ teamId: z.uuid().optional() });
export type OwnTeam = z.infer<typeof OwnTeam>;

const CallTeam = z.object({ id: z.string(), name: z.string() });

/** All that a supervisor has of the calls of one team. */
export const CallPage = z.object({
  teams: z.array(CallTeam),
  team: CallTeam.nullable(),
  /** Under four people: nothing of it is seen above the supervisor. */
  small: z.boolean(),
  /** The reader's own latest call. */
  call: CallView.nullable(),
  /** The latest call of the team, where somebody else made it, as everybody above reads it. */
  byOther: CallForLine.extend({ by: z.string() }).nullable(),
  timeline: z.array(ModeSpan),
  /** The reader's earlier calls with what was known then, latest first. */
  past: z.array(CallView),
  /** What was answered last, to start from. */
  last: z.object({ signals: CallInput.shape.signals, flags: AssessmentFlags }).nullable(),
});
export type CallPage = z.infer<typeof CallPage>;

/** A unit that the reader leads, with the team of the people who report to them, and what holds for it. */
export const LedTeam = z.object({
  unitId: z.string(),
  name: z.string(),
  /** Null while the leader has not said that they are a team. */
  team: CallTeam.extend({ waiting: z.boolean() }).nullable(),
  /** The latest call of that team; null while it was never checked. */
  call: CallForLine.pick({ madeOn: true, expired: true, holds: true }).nullable(),
  /** How many stand directly in the unit, without the leader. */
  people: z.number().int(),
  /** Such a team waits for HR first. */
  waits: z.boolean(),
});
export const LedTeams = z.array(LedTeam);
export type LedTeam = z.infer<typeof LedTeam>;

/** One unit, or without one everything in the reader's part: the heatmap asks for all its rows at once. */
export const ReadCallsBelow = z.object({ unitId: z.uuid().optional() });
export type ReadCallsBelow = z.infer<typeof ReadCallsBelow>;

/** A plan as the line reads it. */
export const PlanForLine = z.object({ open: z.number().int(), overdue: z.number().int() });
export type PlanForLine = z.infer<typeof PlanForLine>;

/**
 * Calls of the teams in and below a unit: "4 lead, 3 manage". Of a team under four people there is neither a call nor a
 * plan, exactly as of a team without.
 */
export const CallsBelow = z.object({
  counts: z.array(z.object({ call: Call, teams: z.number().int() })),
  /** Teams whose call has expired, or that have none. */
  without: z.number().int(),
  teams: z.array(
    CallTeam.extend({
      /** The units above it and itself, from the top, as the tree stands today. */
      path: z.array(z.string()),
      call: CallForLine.nullable(),
      plan: PlanForLine.nullable(),
    }),
  ),
});
export type CallsBelow = z.infer<typeof CallsBelow>;
