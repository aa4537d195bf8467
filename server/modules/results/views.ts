import type { Change, NodeKind, ResultRow, ResultView, RiskCell, WaveOption } from "#contracts/results.ts";
import { axisOf, STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";
import {
  changeMark,
  directLeafId,
  leanWords,
  meanReliability,
  nearLineWords,
  type Reading,
  readSum,
  riskDifference,
  riskOf,
  roundHalfAway,
  stateOf,
} from "#server/disclosure/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Cell, Measure, Published, Sums } from "./queries.ts";

/** From published sums to what stands on screen. A cell that is not shown carries nothing. */

export type Measures = { supervisors: Map<string, Measure>; counted: Map<string, Measure> };

/** Everything that stands behind the rows of one wave. */
export type Frame = {
  release: Published;
  previous: {
    release: Published;
    sums: ReadonlyMap<string, Sums>;
    /** Statements that it asked in other words. */
    others: ReadonlySet<StatementCode>;
  } | null;
  /** The organisation's own cell: the yardstick. */
  yardstick: Cell | null;
  measures: Measures;
  view: ResultView;
  statements: boolean;
};

const HIDDEN: RiskCell = { mark: "hidden" };
const NOT_ASKED: RiskCell = { mark: "not_asked" };
const NO_ANSWERS: RiskCell = { mark: "no_answers" };

/** Rows of "People directly in X" have an id of their own beside X. */
export const nodeIdOf = (cell: { unitId: string; direct: boolean }): string =>
  cell.direct ? directLeafId(cell.unitId) : cell.unitId;

/** A wave of assessments alone asked no team. */
export const teamsAsked = (release: Published): boolean => release.answers > 0 || release.source !== "none";

export function toWaveOption(release: Published, zone: string): WaveOption {
  return {
    waveId: release.waveId,
    label: release.label,
    closedOn: release.closedAt ? dateIn(zone, release.closedAt) : "",
  };
}

type Axis = "engagement" | "delivery";
type Place = {
  kind: "axis" | "statement";
  codes: readonly StatementCode[];
  sumOf: (sums: Sums) => number | null;
  sOf: (release: Published) => number;
};

const codesOf = (axis: "direction" | "delivery") => STATEMENT_CODES.filter((code) => axisOf(code) === axis);

const AXES: Record<Axis, Place> = {
  engagement: {
    kind: "axis",
    codes: codesOf("direction"),
    sumOf: (c) => c.directionSum,
    sOf: (r) => r.sDirection,
  },
  delivery: { kind: "axis", codes: codesOf("delivery"), sumOf: (c) => c.deliverySum, sOf: (r) => r.sDelivery },
};

const STATEMENTS: Place[] = STATEMENT_CODES.map((code, index) => ({
  kind: "statement",
  codes: [code],
  sumOf: (c) => c.statementSums?.[index] ?? null,
  sOf: axisOf(code) === "direction" ? (r) => r.sDirection : (r) => r.sDelivery,
}));

type Sum = { n: number; sum: number };

function sumAt(sums: Sums | Cell | null | undefined, place: Place): Sum | null {
  if (!sums?.shown || sums.n === null) return null;
  const sum = place.sumOf(sums);
  return sum === null ? null : { n: sums.n, sum };
}

/** The reading of an axis, unrounded; null where it is not shown. */
export function readingOf(frame: Frame, cell: Cell, axis: Axis): Reading | null {
  const own = sumAt(cell, AXES[axis]);
  return own && readSum(own.n, own.sum, AXES[axis].sOf(frame.release), cell.participation);
}

function valueAt(frame: Frame, cell: Cell, place: Place): RiskCell {
  const own = sumAt(cell, place);
  const reading = own && readSum(own.n, own.sum, place.sOf(frame.release), cell.participation, place.kind);
  if (!own || !reading) return HIDDEN;
  const yardstick = cell.kind === "organisation" || reading.limit !== null ? null : sumAt(frame.yardstick, place);
  return {
    mark: "value",
    risk: reading.shown,
    low: reading.low,
    high: reading.high,
    limit: reading.limit,
    // The line at 40 divides states; a single statement has none.
    nearLine: place.kind === "axis" && reading.nearLine,
    change: changeAt(frame, cell, place, own),
    againstOrganisation: yardstick && riskDifference(own, yardstick),
  };
}

function changeAt({ previous, release }: Frame, cell: Cell, place: Place, own: Sum): Change | null {
  if (!previous) return null;
  const then = sumAt(previous.sums.get(nodeIdOf(cell)), place);
  const since = previous.release.label;
  if (place.codes.some((code) => previous.others.has(code))) {
    return { mark: "not_tested", difference: null, since, was: null, otherStatements: true };
  }
  if (!then) return { mark: "not_tested", difference: null, since, was: null };
  const [s1, s2] = [place.sOf(release), place.sOf(previous.release)];
  const mark = changeMark({
    kind: place.kind,
    difference: (riskOf(own) ?? 0) - (riskOf(then) ?? 0),
    n1: own.n,
    n2: then.n,
    s1,
    s2,
  });
  return {
    mark,
    difference: mark === "not_tested" ? null : riskDifference(own, then),
    since,
    was: readSum(then.n, then.sum, s2, null, place.kind)?.shown ?? null,
  };
}

function measured(value: number | null | undefined, organisation: number | null | undefined, any: boolean): RiskCell {
  if (value == null) return any ? NO_ANSWERS : NOT_ASKED;
  return {
    mark: "value",
    risk: roundHalfAway(value),
    low: null,
    high: null,
    limit: null,
    nearLine: false,
    change: null,
    againstOrganisation: organisation == null ? null : roundHalfAway(value - organisation),
  };
}

function measureCell(frame: Frame, cell: Cell, view: "supervisors" | "counted", axis: Axis): RiskCell {
  const all = frame.measures[view];
  const yardstick = cell.kind === "organisation" || !frame.yardstick ? null : all.get(frame.yardstick.unitId)?.[axis];
  return measured(cell.direct ? null : all.get(cell.unitId)?.[axis], yardstick, all.size > 0);
}

function statementsOf(frame: Frame, cell: Cell): ResultRow["statements"] {
  if (!frame.statements || frame.view === "supervisors") return null;
  return STATEMENT_CODES.map((code, index) => ({
    code,
    cell: !teamsAsked(frame.release)
      ? NOT_ASKED
      : !cell.shownInFiles || !cell.statementSums
        ? HIDDEN
        : cell.statementUnanswered?.[index]
          ? NO_ANSWERS
          : valueAt(frame, cell, STATEMENTS[index]!),
  }));
}

/** One row. Counted delivery comes with every view; supervisors' risks take the place of the team's in theirs. */
export function toRow(frame: Frame, cell: Cell): ResultRow {
  const place = {
    unitId: nodeIdOf(cell),
    parentId: cell.parentId,
    depth: cell.path.length - (cell.direct ? 0 : 1),
    code: cell.code,
    name: cell.name,
    kind: cell.kind as NodeKind,
    hasChildren: cell.hasChildren,
    counted: measureCell(frame, cell, "counted", "delivery"),
    statements: statementsOf(frame, cell),
  };
  if (frame.view === "supervisors") {
    const saw = cell.direct ? undefined : frame.measures.supervisors.get(cell.unitId);
    return {
      ...place,
      answers: null,
      participation: null,
      engagement: measureCell(frame, cell, "supervisors", "engagement"),
      delivery: measureCell(frame, cell, "supervisors", "delivery"),
      state: saw?.engagement == null || saw.delivery == null ? null : stateOf(saw.engagement, saw.delivery),
      lean: null,
    };
  }
  if (!teamsAsked(frame.release)) {
    const none = { answers: null, participation: null, state: null, lean: null };
    return { ...place, ...none, engagement: NOT_ASKED, delivery: NOT_ASKED };
  }
  const engagement = readingOf(frame, cell, "engagement");
  const delivery = readingOf(frame, cell, "delivery");
  const both = engagement && delivery && cell.n !== null ? { engagement, delivery, n: cell.n } : null;
  return {
    ...place,
    answers: cell.shown ? cell.n : null,
    participation: cell.shown ? cell.participation : null,
    engagement: valueAt(frame, cell, AXES.engagement),
    delivery: valueAt(frame, cell, AXES.delivery),
    state: both && stateOf(both.engagement.risk, both.delivery.risk),
    lean: both && leanOf(frame.release, both.n, both.delivery.risk - both.engagement.risk),
  };
}

function leanOf(release: Published, n: number, lean: number): string {
  return leanWords(meanReliability(release.statistics.leanIcc1 ?? null, n), n, lean);
}

/** "near the line on meaning" after a state; null where neither interval crosses the cut. */
export function nearOf(row: ResultRow | null): string | null {
  if (row?.state == null) return null;
  const near = (cell: RiskCell) => cell.mark === "value" && cell.nearLine;
  return nearLineWords(near(row.engagement), near(row.delivery));
}
