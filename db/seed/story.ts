import type { DecideCall, QuickCheck } from "#contracts/calls.ts";
import type {
  ActionDraft,
  ActionOutcome,
  CountedWeek,
  PlaybookName,
  PlaybookStep,
  RhythmKind,
} from "#contracts/plans.ts";
import type { Role } from "#contracts/roles.ts";
import type { Flag, TeamEventKind } from "#contracts/signals.ts";
import type { Axis, StatementCode } from "#contracts/statements.ts";
import type { ExtraCode } from "#contracts/wave-plans.ts";

/** Risk that comes and goes: a roll-out, a backlog, a reorganisation. */
export type Shift = {
  /** Names of units or teams in the outline; everything below them is meant. */
  units: readonly string[];
  axis: Axis;
  /** Points of risk added by wave, oldest first; the last one is the open wave. */
  byWave: readonly number[];
  /** Statements that carry most of it; all six alike when left out. */
  on?: readonly StatementCode[];
};

/** What supervisors of these teams report in a wave. */
export type StoryEvent = {
  units: readonly string[];
  /** 0 is the oldest wave. */
  wave: number;
  kind: TeamEventKind;
  flag?: Flag;
};

/** What people wrote, by the unit they belong to. */
export type StoryNotes = Readonly<Record<string, readonly string[]>>;

/** What one published wave asked beside the twelve, and how people took it: mean agreement 0-100 of the organisation. */
export type StoryAsked = {
  /** 0 is the oldest wave. */
  wave: number;
  extra: { code: ExtraCode; agreement: number } | null;
  locals: readonly { words: string; agreement: number }[];
  notes: StoryNotes;
  /** Words that HR takes out of a note, as it stands there. */
  takenOut: string | null;
};

/** Between two waves: units that move, and one that goes into another. */
export type Reorganisation = {
  /** It happens in the weeks after this wave has closed. */
  afterWave: number;
  moves: readonly { unit: string; to: string }[];
  merge: { unit: string; into: string; renamed: string };
};

/** Somebody with a sign-in. Supervisors are named at their teams. */
export type DemoAccount = {
  name: string;
  /** Before the @, in the organisation's own domain; a whole address for somebody of another organisation. */
  address: string;
  role: Role;
  /** Unit or team; null is the whole organisation. */
  at: string | null;
  /** Further teams of a supervisor. */
  also?: readonly string[];
  /** As printed beside the sign-in. */
  title: string;
};

export type Story = {
  slug: string;
  name: string;
  /** Of every address; reserved for examples, so that no mail can ever leave. */
  domain: string;
  outline: string;
  closedWaves: number;
  /** Waves from which on supervisors gave assessments. */
  assessedFrom: number;
  shifts: readonly Shift[];
  events: readonly StoryEvent[];
  asked: readonly StoryAsked[];
  /** HR has confirmed the statements of the next pulse in Welsh. */
  asksInWelsh?: true;
  /** Teams in which nobody ever answers. */
  silent: readonly string[];
  reorganisation: Reorganisation | null;
  /** The first is the HR admin that the organisation is made with. */
  accounts: readonly [DemoAccount, ...DemoAccount[]];
  /** Who leads which unit of the first level, by name of the unit. */
  leaders: Readonly<Record<string, string>>;
  today: Today | null;
  plan: StoryPlan | null;
};

/** What waits for somebody on the day of the demo. */
export type Today = {
  /** A team that a leader has registered and HR has not decided on. */
  pending: { name: string; parent: string; headcount: number; supervisor: string; by: string };
  /** Teams whose supervisors are away and who stands in: team of the absent one, team of the deputy. */
  deputy: { absentAt: string; deputyFrom: string };
  /** The supervisor of this team is suspended. */
  suspendedAt: string;
  /** Teams of the open wave with something particular; all others follow their dice. */
  open: { missing: readonly string[]; drafts: readonly string[] };
};

/** Calls, plans and practices of supervisors with a sign-in. Weeks are counted up to the last whole one. */
export type StoryPlan = {
  checks: readonly {
    team: string;
    /** Made between this wave and the next. */
    afterWave: number;
    signals: QuickCheck["signals"];
    flags: QuickCheck["flags"];
    decide?: Omit<DecideCall, "callId">;
  }[];
  actions: readonly (Pick<ActionDraft, "side" | "libraryId" | "result" | "steps"> & {
    team: string;
    begunDaysAgo: number;
    dueInDays: number;
    closed: { daysAgo: number; outcome: ActionOutcome; learned: string } | null;
  })[];
  playbooks: readonly {
    team: string;
    playbook: PlaybookName;
    steps: readonly { step: PlaybookStep; daysAgo: number }[];
    weeks: readonly Pick<CountedWeek, "arrivals" | "closures">[];
  }[];
  purposes: readonly {
    team: string;
    daysAgo: number;
    sentence: string;
    benefits: string;
    /** Position of the directorate's priority. */
    serves?: number;
  }[];
  rhythms: readonly { team: string; kind: RhythmKind; everyDays: number; heldDaysAgo: number }[];
  waiting: readonly { team: string; who: string; needed: string; daysAgo: number }[];
};

export const emailAt = (story: Pick<Story, "domain">, address: string): string =>
  address.includes("@") ? address : `${address}@${story.domain}`;
