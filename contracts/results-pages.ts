import { StatementAnswer } from "./assessments.ts";
import { z } from "zod";
import { ResultRow, ResultTable, ResultView, WaveOption } from "./results.ts";
import { Axis } from "./statements.ts";

/** What results pages ask for and get. No input carries k or anything else that would change what is shown. */

const Ref = z.uuid();

export const ReadResults = z.object({
  /** The latest published wave when left out. */
  waveId: Ref.optional(),
  /** Root of a part of the tree; everything in the reader's part when left out. */
  unitId: Ref.optional(),
  /** The teams' view, or the supervisors' where a wave had no pulse, when left out. */
  view: ResultView.optional(),
  statements: z.boolean().optional(),
  /** How many levels below the part's root, or below the highest rows. */
  levels: z.number().int().min(1).max(12).optional(),
});
export type ReadResults = z.infer<typeof ReadResults>;

/** The wave that results will come from next, for pages without any. */
export const NextWave = z.object({
  label: z.string(),
  /** closed: its results are being made and checked. */
  stage: z.enum(["planned", "open", "closed"]),
});
export type NextWave = z.infer<typeof NextWave>;

/** A unit outside the reader's part that stands in for rows that are not shown; never the organisation. */
export const StandIn = z.object({ unitIds: z.array(z.string()), row: ResultRow });
export type StandIn = z.infer<typeof StandIn>;

export const ResultsPage = z.object({
  /** Null while nothing is published. */
  table: ResultTable.nullable(),
  /** False in a wave of assessments alone: the teams' view stands empty. */
  teamsAsked: z.boolean(),
  standIns: z.array(StandIn),
  next: NextWave.nullable(),
});
export type ResultsPage = z.infer<typeof ResultsPage>;

export const ReadTrend = z.object({ unitId: Ref });
export type ReadTrend = z.infer<typeof ReadTrend>;

export const ReadUnit = z.object({ unitId: Ref, waveId: Ref.optional() });
export type ReadUnit = z.infer<typeof ReadUnit>;

export const UnitStep = z.object({ unitId: z.string(), name: z.string() });
export type UnitStep = z.infer<typeof UnitStep>;

/** A question to take to the next visit, and what it is drawn from. */
export const VisitQuestion = z.object({ question: z.string(), because: z.string() });
export type VisitQuestion = z.infer<typeof VisitQuestion>;

/** The supervisor's own assessment comes first: until its part 2 is closed, earlier results wait. */
export const ResultLock = z.object({ teamId: z.string(), waveLabel: z.string() });
export type ResultLock = z.infer<typeof ResultLock>;

/**
 * The extra statement of a wave, or one of HR's own: in no axis, so in neither risk. Said as agreement, because nobody knows
 * of HR's own statements which end is the better one.
 */
export const FurtherStatement = z.object({
  /** X1-X3 or L1-L5. */
  code: z.string(),
  words: z.string(),
  /** Mean agreement 0-100, whole points, higher is more; null where not shown. */
  agreement: z.number().int().min(0).max(100).nullable(),
  /** Set when the figure is its own limit: shown as "80 or more" / "20 or less". */
  limit: z.enum(["or_more", "or_less"]).nullable(),
  /** The same of the organisation; null where not shown, and on the organisation's own page. */
  organisation: z.number().int().min(0).max(100).nullable(),
});
export type FurtherStatement = z.infer<typeof FurtherStatement>;

export const UnitResults = z.object({
  unitId: z.string(),
  name: z.string(),
  kind: z.enum(["organisation", "unit", "team"]),
  /** Units above it that the reader may open, highest first. */
  path: z.array(UnitStep),
  organisationName: z.string(),
  wave: WaveOption.nullable(),
  waves: z.array(WaveOption),
  k: z.number().int().nullable(),
  k2: z.number().int().nullable(),
  /** With statements; null before the first wave, when it was not part of this one, and while locked. */
  row: ResultRow.nullable(),
  organisation: ResultRow.nullable(),
  /** Where the row is not shown: the nearest unit above that is. */
  nearest: ResultRow.nullable(),
  /** "near the line on meaning". */
  near: z.string().nullable(),
  mayBeSeeing: z.array(z.string()),
  /** What else the wave asked; empty where nothing, and where files do not show the unit. */
  further: z.array(FurtherStatement),
  /** Notes that stand at this unit. */
  notes: z.number().int(),
  visit: VisitQuestion.nullable(),
  /** The level below; null for a team. */
  children: ResultTable.nullable(),
  compareWithOrganisation: z.boolean(),
  pilotStatements: z.boolean(),
  locked: ResultLock.nullable(),
  next: NextWave.nullable(),
});
export type UnitResults = z.infer<typeof UnitResults>;

export const ClearChange = z.object({
  unitId: z.string(),
  name: z.string(),
  axis: Axis,
  was: z.number().int(),
  now: z.number().int(),
  /** Positive is worse; differenced before rounding. */
  difference: z.number().int(),
});
export type ClearChange = z.infer<typeof ClearChange>;

/** A few names and how many there are in all. */
export const NamedTeams = z.object({ count: z.number().int(), first: z.array(UnitStep) });
export type NamedTeams = z.infer<typeof NamedTeams>;

export const Overview = z.object({
  organisationName: z.string(),
  /** The level below the reader's units, in the teams' view. */
  table: ResultTable.nullable(),
  /** What the reader is responsible for. */
  roots: z.array(UnitStep),
  /** Answers of the reader's part, where it is one unit and shown. */
  answers: z.number().int().nullable(),
  /** Label of the wave before; null when this is the first. */
  since: z.string().nullable(),
  /** Clear changes since then, of units of 50 answers or more, strongest first. */
  changes: z.array(ClearChange),
  /** Clear changes named in the whole organisation, and how many of them are false at most, on average. */
  changesByChance: z.object({ named: z.number().int(), falseExpected: z.number() }),
  /** Axes that asked the same statements as the wave before. */
  compared: z.array(Axis),
  teams: z.number().int(),
  withoutSupervisor: NamedTeams,
  /** Teams whose first part is not given yet in the open wave; null when none is open. */
  open: z.object({ label: z.string(), teams: z.number().int(), waiting: NamedTeams }).nullable(),
  next: NextWave.nullable(),
});
export type Overview = z.infer<typeof Overview>;

export const ReadMyTeam = z.object({ teamId: Ref.optional(), waveId: Ref.optional() });
export type ReadMyTeam = z.infer<typeof ReadMyTeam>;

/** Supervisor beside team on one axis, in words only; null where it cannot be said. */
export const GapBand = z.enum(["about_the_same", "supervisor_higher", "supervisor_lower"]);
export type GapBand = z.infer<typeof GapBand>;

export const OwnView = z.object({
  /** Risks as whole points; null with too few answers. */
  engagement: z.number().int().nullable(),
  delivery: z.number().int().nullable(),
  /** Risk per statement in the order of STATEMENT_CODES; null where not answered. */
  statements: z.array(z.number().int().nullable()),
  /** The same as it was answered: 1-5 in the order of the scale, 0 does not apply, null left blank. */
  answers: z.array(StatementAnswer),
});
export type OwnView = z.infer<typeof OwnView>;

export const MyTeam = z.object({
  teams: z.array(UnitStep),
  team: UnitStep.nullable(),
  wave: WaveOption.nullable(),
  waves: z.array(WaveOption),
  k2: z.number().int().nullable(),
  locked: ResultLock.nullable(),
  row: ResultRow.nullable(),
  near: z.string().nullable(),
  nearest: ResultRow.nullable(),
  own: OwnView.nullable(),
  gap: z.object({ engagement: GapBand.nullable(), delivery: GapBand.nullable() }),
  /** What else the wave asked; empty where nothing, and where files do not show the team. */
  further: z.array(FurtherStatement),
  /** Notes that stand at this team. */
  notes: z.number().int(),
  /** What to ask the team. */
  visit: VisitQuestion.nullable(),
  pilotStatements: z.boolean(),
  next: NextWave.nullable(),
});
export type MyTeam = z.infer<typeof MyTeam>;

/** The last reading of one of the reader's own teams. */
export const OwnTeamReading = z.object({
  team: UnitStep,
  wave: WaveOption.nullable(),
  row: ResultRow.nullable(),
  near: z.string().nullable(),
  locked: ResultLock.nullable(),
});
export type OwnTeamReading = z.infer<typeof OwnTeamReading>;

export const ReadMethod = z.object({ waveId: Ref.optional() });
export type ReadMethod = z.infer<typeof ReadMethod>;

/** Figures of a whole wave; none of them belongs to a unit. */
export const WaveFigures = z.object({
  wave: WaveOption,
  answers: z.number().int(),
  k: z.number().int(),
  k2: z.number().int(),
  s: z.object({ direction: z.number().int(), delivery: z.number().int() }),
  /** False where there were too few larger teams and the fixed s stands in. */
  pooled: z.object({ direction: z.boolean(), delivery: z.boolean() }),
  r: z.number().nullable(),
  alpha: z.object({ direction: z.number().nullable(), delivery: z.number().nullable() }),
  differenceReliability: z.number().nullable(),
  leanIcc1: z.number().nullable(),
  lean: z.array(z.object({ answers: z.number().int(), reliability: z.number() })),
  /** Teams of the whole wave that are shown, in general: never which, and never why not. */
  shown: z.object({ teams: z.number().int(), onScreen: z.number().int(), inFiles: z.number().int() }),
  /** The smallest difference that is called clear, in points, by answers on both sides; meaning, structure. */
  detectable: z.array(z.object({ answers: z.number().int(), direction: z.number(), delivery: z.number() })),
  /** SHA-256 of what was promised; null where nothing was (imports, waves by hand). */
  receipt: z.string().nullable(),
  inputHash: z.string().nullable(),
  checkedOn: z.string().nullable(),
  asked: z.enum(["own", "standard", "imported"]),
});
export type WaveFigures = z.infer<typeof WaveFigures>;

/** Units of a wave against chance: each axis around the mean of the organisation, with limits by number of answers. */
export const Funnel = z.object({
  axis: Axis,
  /** Risk of the organisation as a whole; null where it is not shown: then there is no funnel. */
  mean: z.number(),
  s: z.number().int(),
  /** Shown units of the reader's part, teams left out: nobody's name stands beside a limit. */
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      answers: z.number().int(),
      risk: z.number().int(),
      /** Beyond 1.96 or 3.09 standard errors, or within. */
      where: z.enum(["within", "outside", "far_outside"]),
    }),
  ),
  /** Limits at some numbers of answers, for the drawing and the table: 1.96 and 3.09. */
  limits: z.array(
    z.object({
      answers: z.number().int(),
      inner: z.tuple([z.number(), z.number()]),
      outer: z.tuple([z.number(), z.number()]),
    }),
  ),
});
export type Funnel = z.infer<typeof Funnel>;

export const Method = z.object({
  /** Null for readers without results, and before the first published wave. */
  figures: WaveFigures.nullable(),
  /** Both axes; empty where fewer than three units are shown to this reader. */
  funnel: z.array(Funnel),
  waves: z.array(WaveOption),
  pilotStatements: z.boolean(),
});
export type Method = z.infer<typeof Method>;
