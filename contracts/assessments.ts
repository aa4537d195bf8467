import { z } from "zod";
import { FLAGS, SIGNALS, SignalStrength, TEAM_EVENTS, TeamEventKind } from "./signals.ts";
import { STATEMENT_CODES } from "./statements.ts";

const keyed = <K extends string, V extends z.ZodType>(keys: readonly K[], value: V) =>
  z.object(Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>);

/** Delivery facts of part 3. Incidents are not among them: counting them would punish reporting. */
export const FACTS = [
  "openCases",
  "casesBeyondAge",
  "arrivals",
  "closures",
  "dueMilestones",
  "overdueMilestones",
  "completedItems",
  "reworkedItems",
  "vacancies",
  "handoversMissed",
] as const;
export const FactName = z.enum(FACTS);
export type FactName = z.infer<typeof FactName>;

/** A part that may not be larger than its whole. */
export const FACT_PARTS: readonly (readonly [part: FactName, whole: FactName])[] = [
  ["casesBeyondAge", "openCases"],
  ["overdueMilestones", "dueMilestones"],
  ["reworkedItems", "completedItems"],
];

const Count = z.number().int("Enter a whole number.").min(0, "Enter 0 or more.").max(1_000_000, "This is too large.");
export const AssessmentFacts = keyed(FACTS, Count.nullable());
export type AssessmentFacts = z.infer<typeof AssessmentFacts>;

/** 1-5 in the order of the scale; 0 does not apply; null left blank. */
export const StatementAnswer = z.number().int().min(0).max(5).nullable();
export type StatementAnswer = z.infer<typeof StatementAnswer>;

export const AssessmentEvent = z.object({ kind: TeamEventKind, happenedOn: z.iso.date("Enter a date.") });
export type AssessmentEvent = z.infer<typeof AssessmentEvent>;

export const AssessmentFlags = keyed(FLAGS, z.boolean());
export type AssessmentFlags = z.infer<typeof AssessmentFlags>;

/** All that a supervisor says about one team in one wave, but for the private note. */
export const AssessmentValues = z.object({
  signals: keyed(SIGNALS, SignalStrength.nullable()),
  flags: AssessmentFlags,
  /** At most one of each kind. */
  events: z
    .array(AssessmentEvent)
    .max(TEAM_EVENTS.length)
    .refine((events) => new Set(events.map((e) => e.kind)).size === events.length, "One date for each kind."),
  /** In the order of STATEMENT_CODES. */
  answers: z.array(StatementAnswer).length(STATEMENT_CODES.length),
  facts: AssessmentFacts,
});
export type AssessmentValues = z.infer<typeof AssessmentValues>;

/** 1 Right now, 2 Your team, 3 Numbers. */
export const AssessmentPart = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type AssessmentPart = z.infer<typeof AssessmentPart>;

/** Which parts the supervisor has closed. Only a closed part counts, and only a closed part is seen by anybody else. */
export const ClosedParts = z.object({ part1: z.boolean(), part2: z.boolean(), part3: z.boolean() });
export type ClosedParts = z.infer<typeof ClosedParts>;

export const TeamRef = z.object({ teamId: z.uuid() });
export type TeamRef = z.infer<typeof TeamRef>;

export const SaveAssessment = z.object({
  waveId: z.uuid(),
  teamId: z.uuid(),
  /** Revision that these values were typed over; another one since then is a conflict. */
  basedOn: z.number().int().min(0),
  values: AssessmentValues,
});
export type SaveAssessment = z.infer<typeof SaveAssessment>;

/** Saves the values and closes the part, in one step: a repeated call changes nothing. */
export const ClosePart = SaveAssessment.extend({ part: AssessmentPart });
export type ClosePart = z.infer<typeof ClosePart>;

export const SavedAssessment = z.object({
  revision: z.number().int(),
  /** ISO instant. */
  savedAt: z.string(),
  parts: ClosedParts,
});
export type SavedAssessment = z.infer<typeof SavedAssessment>;

/** Detail of a conflict: somebody else who may fill in the same assessment saved in between. */
export const AssessmentConflict = z.object({
  yours: AssessmentValues,
  theirs: AssessmentValues,
  revision: z.number().int(),
  savedBy: z.string(),
  savedAt: z.string(),
  parts: ClosedParts,
});
export type AssessmentConflict = z.infer<typeof AssessmentConflict>;

export const NOTE_LENGTH = 4000;
export const SaveNote = z.object({
  waveId: z.uuid(),
  teamId: z.uuid(),
  /** When the note that this one replaces was saved; null for the first. */
  basedOn: z.string().max(40).nullable(),
  note: z.string().max(NOTE_LENGTH, `Use at most ${NOTE_LENGTH} characters.`),
});
export type SaveNote = z.infer<typeof SaveNote>;
export const SavedNote = z.object({ savedAt: z.string().nullable() });
export type SavedNote = z.infer<typeof SavedNote>;

/** Detail of a conflict of two windows of the same person: nobody else can read the note. */
export const NoteConflict = z.object({ yours: z.string(), theirs: z.string(), savedAt: z.string().nullable() });
export type NoteConflict = z.infer<typeof NoteConflict>;

/** The two risks that a supervisor saw, whole points; null with fewer than three answers on either axis. */
export const RisksSeen = z.object({ engagement: z.number().int(), delivery: z.number().int() });
export type RisksSeen = z.infer<typeof RisksSeen>;

/** The form of one team in the open wave. */
export const AssessmentForm = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  /** Null when there is nothing to fill in: no wave is open, or the team joined after it opened. */
  wave: z.object({ id: z.string(), label: z.string(), openedOn: z.string() }).nullable(),
  joinedLater: z.boolean(),
  /** Under four people: nothing of it is seen above the supervisor. */
  small: z.boolean(),
  today: z.string(),
  revision: z.number().int(),
  parts: ClosedParts,
  values: AssessmentValues,
  note: z.object({ text: z.string(), savedAt: z.string().nullable() }),
  /** Facts of the last assessment that had any, to start from. */
  lastTime: z.object({ label: z.string(), facts: AssessmentFacts }).nullable(),
});
export type AssessmentForm = z.infer<typeof AssessmentForm>;

export const ListDue = z.object({ cursor: z.uuid().nullish() });
export type ListDue = z.infer<typeof ListDue>;

/** What is due of a supervisor, team by team, and what was given before. */
export const DueTeam = z.object({
  teamId: z.string(),
  name: z.string(),
  /** Null when no wave is open, or the team is not in it. */
  due: z.object({ started: z.boolean(), parts: ClosedParts }).nullable(),
  joinedLater: z.boolean(),
  given: z.array(
    z.object({ waveId: z.string(), label: z.string(), closedOn: z.string(), risks: RisksSeen.nullable() }),
  ),
});
export type DueTeam = z.infer<typeof DueTeam>;

export const DuePage = z.object({
  wave: z.object({ id: z.string(), label: z.string(), openedOn: z.string() }).nullable(),
  teams: z.array(DueTeam),
  nextCursor: z.string().nullable(),
});
export type DuePage = z.infer<typeof DuePage>;

/**
 * What the line and HR see of an assessment: never the twelve answers, the signals or the note, nothing before the wave
 * has closed, and nothing at all of teams under four people.
 */
export const AssessmentForLine = z.discriminatedUnion("state", [
  z.object({ state: z.literal("not_shown") }),
  z.object({ state: z.literal("open") }),
  z.object({ state: z.literal("none") }),
  z.object({
    state: z.literal("given"),
    risks: RisksSeen.nullable(),
    flags: AssessmentFlags.nullable(),
    events: z.array(AssessmentEvent),
    facts: AssessmentFacts.nullable(),
  }),
]);
export type AssessmentForLine = z.infer<typeof AssessmentForLine>;

export const ReadAssessment = z.object({ waveId: z.uuid(), teamId: z.uuid() });
export type ReadAssessment = z.infer<typeof ReadAssessment>;
