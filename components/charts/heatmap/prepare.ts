import {
  type NodeKind,
  type ResultRow,
  type ResultTable,
  type ResultView,
  type RiskCell,
  STATE_LABELS,
} from "#contracts/results.ts";
import { axisOf, STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";
import { findingSentence, lowestRows, notShownSentence, worseAxis } from "../risk/finding.ts";
import {
  type AxisWord,
  againstText,
  type ChangeSign,
  cellFacts,
  changeSign,
  figureText,
  type RiskStep,
  riskStep,
  shortFigure,
} from "../risk/risk.ts";
import { type HeatmapSort, type TreePlace, walkTree } from "./tree.ts";

export type { HeatmapSort } from "./tree.ts";

/** Short names of the statements (product.md, section 3). */
export const STATEMENT_SHORT: Record<StatementCode, string> = {
  D1: "Aim",
  D2: "What’s next",
  D3: "Priorities",
  D4: "Reasons",
  D5: "Worth it",
  D6: "Ready",
  E1: "Means",
  E2: "This week",
  E3: "Handovers",
  E4: "Owners",
  E5: "On time",
  E6: "Standard",
};

export const VIEW_LABELS: Record<ResultView, string> = {
  team: "Team",
  supervisors: "Supervisors",
  counted: "Counted",
};

export const SORT_LABELS: Record<HeatmapSort, string> = {
  tree: "As in the structure",
  worse: "Worse of the two risks",
  engagement: "Engagement risk",
  delivery: "Delivery risk",
  name: "Name",
  answers: "Number of answers",
};

export type ColumnKey = "engagement" | "delivery" | "counted" | StatementCode;

export type HeatmapColumn = {
  key: ColumnKey;
  header: string;
  /** For a screen reader, where the short name on screen says too little. */
  full: string;
  word: AxisWord;
  wide: boolean;
  sort: HeatmapSort | null;
};

export type HeatmapBand = { label: string; columns: HeatmapColumn[] };

export type HeatmapCell = {
  key: ColumnKey;
  mark: RiskCell["mark"];
  /** What is printed. */
  figure: string;
  /** The same for 56 px. */
  short: string;
  step: RiskStep | null;
  change: ChangeSign | null;
  nearLine: boolean;
  /** Facts without unit and column, for a screen reader (heads say those). */
  label: string;
  /** The popover: "Housing repairs, engagement risk 46, likely 39–53. 84 answers. Spring 2026 44: no clear change." */
  sentence: string;
};

export type HeatmapLine = TreePlace & {
  unitId: string;
  name: string;
  kind: NodeKind;
  answers: string;
  cells: HeatmapCell[];
  /** "Drifting", or null where it is not shown. */
  state: string | null;
  /** "near the line on meaning and structure", or null. */
  near: string | null;
};

export type HeatmapOptions = {
  sort: HeatmapSort;
  collapsed: ReadonlySet<string>;
  statements: boolean;
  againstOrganisation: boolean;
};

export type HeatmapPicture = {
  title: string;
  summary: string;
  caption: string;
  bands: HeatmapBand[];
  columns: HeatmapColumn[];
  organisation: HeatmapLine | null;
  lines: HeatmapLine[];
  sorts: HeatmapSort[];
  sort: HeatmapSort;
  /** Units that can be closed; empty for a flat table. */
  closable: string[];
  showState: boolean;
  hasStatements: boolean;
};

export function prepareHeatmap(table: ResultTable, options: HeatmapOptions): HeatmapPicture {
  const sorts = sortsOf(table.view);
  const sort = sorts.includes(options.sort) ? options.sort : "tree";
  const hasStatements = table.view !== "counted" && table.rows.some((row) => row.statements !== null);
  const bands = bandsOf(table.view, options.statements && hasStatements, sorts);
  const columns = bands.flatMap((band) => band.columns);
  const rows = table.rows.filter((row) => row.kind !== "organisation");
  const walk = walkTree(rows, sort, options.collapsed, table.view);
  const line = (row: ResultRow, place: TreePlace) => lineOf(row, place, columns, options.againstOrganisation);
  return {
    title: findingSentence(table),
    summary: summaryOf(table, rows),
    caption: captionOf(table, options.againstOrganisation),
    bands,
    columns,
    organisation:
      table.organisation &&
      line(table.organisation, { level: 1, expandable: false, expanded: false, position: 1, siblings: 1 }),
    lines: walk.places.map(({ row, ...place }) => line(row, place)),
    sorts,
    sort,
    closable: walk.parents,
    showState: table.view !== "counted",
    hasStatements,
  };
}

/** Supervisors are never put in an order; counted delivery has one axis. */
function sortsOf(view: ResultView): HeatmapSort[] {
  if (view === "supervisors") return ["tree"];
  if (view === "counted") return ["tree", "delivery", "name"];
  return ["tree", "worse", "engagement", "delivery", "name", "answers"];
}

function bandsOf(view: ResultView, statements: boolean, sorts: HeatmapSort[]): HeatmapBand[] {
  const sortOf = (key: HeatmapSort) => (sorts.includes(key) ? key : null);
  if (view === "counted") {
    const counted: HeatmapColumn = {
      key: "counted",
      header: "Delivery risk, counted",
      full: "Delivery risk, counted",
      word: "structure",
      wide: true,
      sort: sortOf("delivery"),
    };
    return [{ label: "Structure", columns: [counted] }];
  }
  return (["direction", "delivery"] as const).map((axis) => {
    const word: AxisWord = axis === "direction" ? "meaning" : "structure";
    const key = axis === "direction" ? "engagement" : "delivery";
    const header = axis === "direction" ? "Engagement risk" : "Delivery risk";
    const codes = statements ? STATEMENT_CODES.filter((code) => axisOf(code) === axis) : [];
    return {
      label: axis === "direction" ? "Meaning" : "Structure",
      columns: [
        { key, header, full: header, word, wide: true, sort: sortOf(key) },
        ...codes.map((code) => ({
          key: code,
          header: STATEMENT_SHORT[code],
          full: `${STATEMENT_SHORT[code]}, statement ${code}`,
          word,
          wide: false,
          sort: null,
        })),
      ],
    };
  });
}

function lineOf(row: ResultRow, place: TreePlace, columns: HeatmapColumn[], against: boolean): HeatmapLine {
  return {
    ...place,
    unitId: row.unitId,
    name: row.name,
    kind: row.kind,
    answers: row.answers === null ? "" : row.answers.toLocaleString("en-GB"),
    cells: columns.map((column) => cellOf(row, column, against)),
    state: row.state && STATE_LABELS[row.state],
    near: nearWords(row),
  };
}

function cellOf(row: ResultRow, column: HeatmapColumn, against: boolean): HeatmapCell {
  const cell = pick(row, column.key);
  const facts = cellFacts(cell, column.word, column.key === "counted" ? null : row.answers);
  const value = cell.mark === "value" ? cell : null;
  const name = column.wide ? column.header.toLowerCase() : `“${column.header}”, risk`;
  return {
    key: column.key,
    mark: cell.mark,
    figure: against ? againstText(cell) : column.wide ? figureText(cell) : shortFigure(cell),
    short: against ? againstText(cell) : shortFigure(cell),
    step: value && riskStep(value.risk),
    change: value && changeSign(value.change),
    nearLine: value?.nearLine ?? false,
    label: facts.join(". "),
    sentence: value
      ? `${row.name}, ${name} ${facts.join(". ")}.`
      : `${row.name}, ${name}: ${lowerFirst(facts.join(". "))}.`,
  };
}

function pick(row: ResultRow, key: ColumnKey): RiskCell {
  if (key === "engagement" || key === "delivery" || key === "counted") return row[key];
  // Where statements were not asked for, the row says nothing about them.
  return row.statements?.find((statement) => statement.code === key)?.cell ?? { mark: "not_asked" };
}

function nearWords(row: ResultRow): string | null {
  if (row.state === null) return null;
  const words = [
    row.engagement.mark === "value" && row.engagement.nearLine ? "meaning" : "",
    row.delivery.mark === "value" && row.delivery.nearLine ? "structure" : "",
  ].filter(Boolean);
  return words.length > 0 ? `near the line on ${words.join(" and ")}` : null;
}

function captionOf(table: ResultTable, against: boolean): string {
  const view = {
    team: "as the teams see it",
    supervisors: "as supervisors see it",
    counted: "counted delivery",
  }[table.view];
  const shown = against
    ? "Figures are points above (+) or below (−) the organisation; colours stay with the risk itself"
    : "Risk from 0 to 100, higher is worse";
  return `${table.wave.label}, ${view}. ${shown}.`;
}

/** The chart in words. Names extremes only in the teams' view: supervisors are not ranked. */
function summaryOf(table: ResultTable, rows: ResultRow[]): string {
  const lowest = lowestRows(rows);
  const parts = [`${findingSentence(table)}.`];
  const own = table.organisation;
  if (own?.engagement.mark === "value" && own.delivery.mark === "value")
    parts.push(
      `${table.organisationName}: engagement risk ${figureText(own.engagement)}, delivery risk ${figureText(own.delivery)}.`,
    );
  if (table.view === "team") {
    const top = lowest.reduce<ResultRow | null>(
      (best, row) => ((worseAxis(row) ?? -1) > (best ? (worseAxis(best) ?? -1) : -1) ? row : best),
      null,
    );
    if (top && lowest.length > 1)
      parts.push(`Highest single risk: ${top.name}, ${worseAxis(top)} on ${worseWord(top)}.`);
  }
  const missing = notShownSentence(lowest);
  if (missing && parts.length > 1) parts.push(missing);
  return parts.join(" ");
}

function worseWord(row: ResultRow): AxisWord {
  const meaning = row.engagement.mark === "value" ? row.engagement.risk : -1;
  const structure = row.delivery.mark === "value" ? row.delivery.risk : -1;
  return meaning >= structure ? "meaning" : "structure";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
