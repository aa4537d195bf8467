import { z } from "zod";
import { Call, Lens } from "./calls.ts";
import { Axis } from "./statements.ts";
import { Waiting } from "./waiting.ts";

/** What an action does for people, and what it does for the work. */
export const LEAD_VERBS = ["purpose", "trust", "influence", "uncertainty"] as const;
export const MANAGE_VERBS = ["planning", "resources", "progress", "risk", "standards"] as const;
export const ActionVerb = z.enum([...LEAD_VERBS, ...MANAGE_VERBS]);
export type ActionVerb = z.infer<typeof ActionVerb>;

/** A plan has at most three open actions, each due within eight weeks. */
export const OPEN_ACTIONS = 3;
export const DUE_WEEKS = 8;
export const ACTION_STEPS = 5;

const Text = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`);

/** What the form sends. The result comes before the steps; there is one owner, never two. */
export const ActionDraft = z.object({
  teamId: z.uuid(),
  side: Lens,
  result: Text(200),
  steps: z.array(Text(200)).max(ACTION_STEPS, `Use at most ${ACTION_STEPS} steps.`),
  ownerId: z.uuid().nullable(),
  dueOn: z.iso.date("Enter a date.").nullable(),
  /** The action of the library that it began with; null for one of the team's own. */
  libraryId: z.string().max(60).nullable(),
  /** The supervisor has read that it does not fit the call, and chose it. */
  chosenAnyway: z.boolean(),
});
export type ActionDraft = z.infer<typeof ActionDraft>;

/** How an action or a playbook ends. */
export const ACTION_OUTCOMES = ["kept", "changed", "stopped"] as const;
export const ActionOutcome = z.enum(ACTION_OUTCOMES);
export type ActionOutcome = z.infer<typeof ActionOutcome>;

export const CloseAction = z.object({
  actionId: z.uuid(),
  outcome: ActionOutcome,
  learned: Text(500),
  /** Asked of checks: what could we stop, and what would we lose? Empty where nobody could say. */
  wouldLose: Text(500),
});
export type CloseAction = z.infer<typeof CloseAction>;

export const HandOverAction = z.object({ actionId: z.uuid(), ownerId: z.uuid("Choose one person.") });
export type HandOverAction = z.infer<typeof HandOverAction>;

export const PlanAction = z.object({
  id: z.string(),
  side: Lens,
  result: z.string(),
  steps: z.array(z.string()),
  owner: z.object({ id: z.string(), name: z.string() }),
  startedOn: z.string(),
  dueOn: z.string(),
  libraryId: z.string().nullable(),
  closed: z.object({ on: z.string(), outcome: ActionOutcome, learned: z.string() }).nullable(),
});
export type PlanAction = z.infer<typeof PlanAction>;

export const PlanView = z.object({
  /** What holds of the call, null when there is none or it has expired. */
  call: Call.nullable(),
  open: z.array(PlanAction.extend({ daysOver: z.number().int().min(0), mismatch: z.string().nullable() })),
  placesLeft: z.number().int().min(0).max(OPEN_ACTIONS),
  closed: z.array(PlanAction),
});
export type PlanView = z.infer<typeof PlanView>;

/** "Was the call right?" on the axis that the call aimed at. */
export const FollowUpVerdict = z.enum(["improved", "too_few_answers", "worse", "no_clear_change"]);
export type FollowUpVerdict = z.infer<typeof FollowUpVerdict>;

export const FollowUp = z.object({
  axis: Axis,
  verdict: FollowUpVerdict,
  words: z.string(),
  /** Change of the risk in whole points with its 95% interval, below 0 is better; null with too few answers. */
  change: z.object({ points: z.number().int(), low: z.number().int(), high: z.number().int() }).nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const PLAYBOOKS = ["policy_roll_out", "case_backlog"] as const;
export const PlaybookName = z.enum(PLAYBOOKS);
export type PlaybookName = z.infer<typeof PlaybookName>;

/** Steps of both playbooks, each in its only order. */
export const PLAYBOOK_STEPS = {
  policy_roll_out: ["purpose_explained", "outcome_agreed", "milestones", "owners", "checks", "reviewed"],
  case_backlog: ["measured", "workflow_mapped", "blockers_removed", "stable", "reimagine", "reviewed"],
} as const;
export const PlaybookStep = z.enum([...PLAYBOOK_STEPS.policy_roll_out, ...PLAYBOOK_STEPS.case_backlog]);
export type PlaybookStep = z.infer<typeof PlaybookStep>;

/** Asked when a playbook ends, at its end or before: "nothing" is an answer, silence is not. */
export const Looked = z.object({
  kept: Text(500).min(1, "Say what you keep, or “nothing”."),
  changed: Text(500).min(1, "Say what you change, or “nothing”."),
  stopped: Text(500).min(1, "Say what you stop, or “nothing”."),
});
export type Looked = z.infer<typeof Looked>;

/** Cases of one week, by the Monday on which it began. */
export const CountedWeek = z.object({
  weekOf: z.iso.date("Enter a date."),
  arrivals: z.number("Enter a whole number.").int("Enter a whole number.").min(0, "Enter 0 or more.").max(1_000_000),
  closures: z.number("Enter a whole number.").int("Enter a whole number.").min(0, "Enter 0 or more.").max(1_000_000),
});
export type CountedWeek = z.infer<typeof CountedWeek>;

/** Where a team stands in a playbook. */
export const PlaybookState = z.object({
  name: PlaybookName,
  /** Weeks as the supervisor counted them, in order; only the backlog counts. */
  counted: z.array(CountedWeek).default([]),
  /** Steps done, in order, each with its day. */
  done: z.array(z.object({ step: PlaybookStep, on: z.string() })),
  /** Steps opened again, with the reason: an order is never turned round in silence. */
  reopened: z.array(z.object({ step: PlaybookStep, on: z.string(), reason: z.string() })),
  ended: z.object({ on: z.string(), looked: Looked }).nullable(),
});
export type PlaybookState = z.infer<typeof PlaybookState>;

export const PURPOSE_WORDS = 25;
/** The purpose of a team: one sentence that says who benefits, in words that stand in it. */
export const SavePurpose = z.object({
  teamId: z.uuid(),
  sentence: Text(300),
  benefits: Text(80),
  /** One of the unit's priorities; null while there is none to link to. */
  priorityId: z.uuid().nullable(),
});
export type SavePurpose = z.infer<typeof SavePurpose>;

/** A unit states up to three. */
export const PRIORITIES = 3;

const Sentence = Text(300).min(1, "Write one sentence for the team.");
/** The four answers to a request for help. The team reads the sentence. */
export const HelpAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("yes_by"), by: z.iso.date("Enter a date."), sentence: Sentence }),
  z.object({ kind: z.literal("in_part"), sentence: Sentence }),
  z.object({ kind: z.literal("no_because"), sentence: Sentence }),
  z.object({ kind: z.literal("not_mine"), sentence: Sentence }),
]);
export type HelpAnswer = z.infer<typeof HelpAnswer>;

/** The six costly mistakes, under "Worth checking". */
export const DETECTORS = [
  "new_without_backup",
  "trusted_next_steps_unclear",
  "check_without_finding",
  "decisions_queueing",
  "good_spirit_slipping_dates",
  "agreed_without_name",
] as const;
export const DetectorName = z.enum(DETECTORS);
export type DetectorName = z.infer<typeof DetectorName>;

/** A leader reads how many supervisors it concerns in words only, for ten supervisors or more. */
export const HowMany = z.enum(["few", "some", "many"]);
export type HowMany = z.infer<typeof HowMany>;

export const RHYTHMS = ["one_to_one", "team_review"] as const;
export const RhythmKind = z.enum(RHYTHMS);
export type RhythmKind = z.infer<typeof RhythmKind>;

/** One of the supervisor's own teams in a form. */
const PlanTeam = z.object({ id: z.string(), name: z.string() });

/** The plan of one of the supervisor's own teams, with who may own an action. */
export const PlanPage = z.object({
  teams: z.array(PlanTeam),
  team: PlanTeam.nullable(),
  today: z.string(),
  /** The last day an action that begins today may be due. */
  latestDue: z.string(),
  plan: PlanView,
  /** What the mismatch notice says of an action of each side; null where it fits. */
  mismatch: z.object({ lead: z.string().nullable(), manage: z.string().nullable() }),
  owners: z.array(PlanTeam),
});
export type PlanPage = z.infer<typeof PlanPage>;

/** What an open gate has to go by, or what it still waits for. */
export const GateView = z.object({ open: z.boolean(), because: z.string() });
export type GateView = z.infer<typeof GateView>;

export const PlaybookRun = z.object({
  runId: z.string(),
  revision: z.number().int(),
  startedOn: z.string(),
  state: PlaybookState,
  next: PlaybookStep.nullable(),
  /** Set when the next step stands behind the gate. */
  gate: GateView.nullable(),
});
export type PlaybookRun = z.infer<typeof PlaybookRun>;

export const PlaybookPage = z.object({
  teams: z.array(PlanTeam),
  team: PlanTeam.nullable(),
  /** Monday of the last whole week: the next to count. */
  lastWeekOf: z.string(),
  running: z.array(PlaybookRun),
  ended: z.array(PlaybookRun),
});
export type PlaybookPage = z.infer<typeof PlaybookPage>;

export const StartPlaybook = z.object({ teamId: z.uuid(), playbook: PlaybookName });
export type StartPlaybook = z.infer<typeof StartPlaybook>;

/** What happens in a playbook; `revision` is the one that the screen showed. */
export const MovePlaybook = z.object({
  runId: z.uuid(),
  revision: z.number().int().min(0),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("complete"), step: PlaybookStep, looked: Looked.optional() }),
    z.object({ type: z.literal("reopen"), step: PlaybookStep, reason: Text(300).min(1, "Say why it is open again.") }),
    z.object({ type: z.literal("leave"), looked: Looked }),
    CountedWeek.extend({ type: z.literal("count") }),
  ]),
});
export type MovePlaybook = z.infer<typeof MovePlaybook>;

export const RHYTHM_LABELS: Record<RhythmKind, string> = { one_to_one: "One-to-ones", team_review: "Team reviews" };
export const SaveRhythm = z.object({
  teamId: z.uuid(),
  kind: RhythmKind,
  everyDays: z
    .number("Enter a whole number.")
    .int("Enter a whole number.")
    .min(1, "Enter 1 or more.")
    .max(120, "Enter 120 or less."),
  lastHeldOn: z.iso.date("Enter a date.").nullable(),
});
export type SaveRhythm = z.infer<typeof SaveRhythm>;

const Purpose = z.object({
  sentence: z.string(),
  benefits: z.string(),
  priority: z.string().nullable(),
  by: z.string(),
  on: z.string(),
});

/** Purpose, rhythm and waiting on others of one of the supervisor's own teams. */
export const PracticesPage = z.object({
  teams: z.array(PlanTeam),
  team: PlanTeam.nullable(),
  today: z.string(),
  purpose: Purpose.nullable(),
  /** Earlier ones, latest first. */
  history: z.array(Purpose),
  /** Live priorities of the units above the team. */
  priorities: z.array(z.object({ id: z.string(), unit: z.string(), words: z.string() })),
  rhythms: z.array(
    z.object({
      kind: RhythmKind,
      everyDays: z.number().int().nullable(),
      lastHeldOn: z.string().nullable(),
      /** The day by which the next one should be; null while no rhythm is set. */
      nextBy: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
  waiting: z.array(Waiting),
  /** Decisions that wait for the supervisor, oldest first, and those that were made of late. */
  decisions: z.array(Waiting),
});
export type PracticesPage = z.infer<typeof PracticesPage>;
