import { z } from "zod";
import { StatementCode } from "./statements.ts";

/** Cut between the states, on either risk (product.md, section 1). Orange starts exactly here. */
export const STATE_CUT = 40;
/** Fixed, published breaks of the five-step risk scale; derived from FEVS and the People Survey, never from the data shown. */
export const RISK_BREAKS = [25, 32, 40, 50] as const;

export const StateName = z.enum(["steady", "inspired_but_unreliable", "busy_but_unsure", "drifting"]);
export type StateName = z.infer<typeof StateName>;

/** Screen names of the states. */
export const STATE_LABELS: Record<StateName, string> = {
  steady: "Steady",
  inspired_but_unreliable: "Inspired but unreliable",
  busy_but_unsure: "Busy but unsure",
  drifting: "Drifting",
};

/** significant: two-sided 95%; not_tested: too few answers, other statements, or no earlier wave (measurement.md, section 2). */
export const ChangeMark = z.enum(["significant", "no_clear_change", "not_tested"]);
export type ChangeMark = z.infer<typeof ChangeMark>;

export const Change = z.object({
  mark: ChangeMark,
  /** Risk now minus risk then, differenced before rounding; positive is worse. Null when not tested. */
  difference: z.number().int().nullable(),
  /** Label of the wave compared with. */
  since: z.string(),
  /** Rounded risk in that wave. */
  was: z.number().int().nullable(),
  /** Set where that wave asked other statements: then nothing is compared. */
  otherStatements: z.literal(true).optional(),
});
export type Change = z.infer<typeof Change>;

/**
 * One figure on screen. Four marks that must never be confused: a value, hidden (disclosure control), not asked in this
 * wave, and asked but not answered by enough people.
 */
export const RiskCell = z.discriminatedUnion("mark", [
  z.object({
    mark: z.literal("value"),
    /** 0-100, whole points, half away from zero; higher is worse. */
    risk: z.number().int().min(0).max(100),
    /** 95% interval of the description, clipped to 0-100; null where none can be given (supervisors, counted). */
    low: z.number().int().nullable(),
    high: z.number().int().nullable(),
    /** Set when the cell is one moved block (measurement.md, section 3): shown as "80 or more" / "20 or less". */
    limit: z.enum(["or_more", "or_less"]).nullable(),
    /** The interval crosses the cut at 40. */
    nearLine: z.boolean(),
    change: Change.nullable(),
    /** Risk minus the organisation's, whole points; null for the organisation itself. */
    againstOrganisation: z.number().int().nullable(),
  }),
  z.object({ mark: z.literal("hidden") }),
  z.object({ mark: z.literal("not_asked") }),
  z.object({ mark: z.literal("no_answers") }),
]);
export type RiskCell = z.infer<typeof RiskCell>;

/** Whose view: the team's pulse, the supervisors' assessments, or counted delivery. They are never mixed. */
export const ResultView = z.enum(["team", "supervisors", "counted"]);
export type ResultView = z.infer<typeof ResultView>;

export const NodeKind = z.enum(["organisation", "unit", "team", "direct"]);
export type NodeKind = z.infer<typeof NodeKind>;

/** One unit or team of a released wave's frozen tree, as one row of the heatmap and one point of the quadrant. */
export const ResultRow = z.object({
  unitId: z.string(),
  parentId: z.string().nullable(),
  depth: z.number().int().min(0),
  code: z.string(),
  name: z.string(),
  /** "direct" is the leaf "People directly in X". */
  kind: NodeKind,
  hasChildren: z.boolean(),
  /** Number of answers; null where not shown. Never beside a headcount. */
  answers: z.number().int().nullable(),
  /** Participation rounded to five points, at most 90 ("90 or more"); null when unknown (imports). */
  participation: z.number().int().nullable(),
  engagement: RiskCell,
  delivery: RiskCell,
  /** Counted delivery of the same unit and wave, as a second measure; never mixed with `delivery`. */
  counted: RiskCell,
  state: StateName.nullable(),
  /** What opinions can say about the side, in words only; null where not shown. */
  lean: z.string().nullable(),
  /** In the order of STATEMENT_CODES; null when statements were not requested. */
  statements: z.array(z.object({ code: StatementCode, cell: RiskCell })).nullable(),
});
export type ResultRow = z.infer<typeof ResultRow>;

export const WaveOption = z.object({
  waveId: z.string(),
  label: z.string(),
  /** ISO date the wave closed. */
  closedOn: z.string(),
});
export type WaveOption = z.infer<typeof WaveOption>;

/** Everything the heatmap and the quadrant need for one wave and one part of the tree. Rows are in tree order. */
export const ResultTable = z.object({
  organisationName: z.string(),
  view: ResultView,
  wave: WaveOption,
  waves: z.array(WaveOption),
  k: z.number().int(),
  k2: z.number().int(),
  /** The yardstick row on top; null when the organisation itself is not shown. */
  organisation: ResultRow.nullable(),
  rows: z.array(ResultRow),
  /** True when over 80% of the visible rows with a state share it: sentences turn to "compared with the organisation". */
  compareWithOrganisation: z.boolean(),
  /** True until 200 people have answered (product.md, section 3). */
  pilotStatements: z.boolean(),
});
export type ResultTable = z.infer<typeof ResultTable>;

export const TrendEvent = z.object({ on: z.string(), label: z.string() });
export type TrendEvent = z.infer<typeof TrendEvent>;
export const TrendPoint = z.object({
  waveId: z.string(),
  label: z.string(),
  closedOn: z.string(),
  answers: z.number().int().nullable(),
  engagement: RiskCell,
  delivery: RiskCell,
  counted: RiskCell,
  /** True when the unit was reorganised since the wave before: the line breaks with a double slash. */
  breakBefore: z.boolean(),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

/** One unit over time, oldest wave first. */
export const Trend = z.object({
  unitId: z.string(),
  name: z.string(),
  points: z.array(TrendPoint),
  events: z.array(TrendEvent),
  /** "Meaning fell in spring; work began to slip in summer. This can be chance." Only where it happened. */
  lag: z.string().optional(),
});
export type Trend = z.infer<typeof Trend>;
