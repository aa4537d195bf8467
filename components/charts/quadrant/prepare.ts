import { type ResultRow, type ResultTable, STATE_CUT } from "#contracts/results.ts";
import { byName, findingSentence, lowestRows, notShownSentence } from "../risk/finding.ts";
import { answersText, capitalise, cellFacts } from "../risk/risk.ts";
import { placeLabels, type QuadrantLabel } from "./labels.ts";

export type { QuadrantLabel } from "./labels.ts";

/** Which delivery stands on the x axis. They are never mixed. */
export type QuadrantMeasure = "team" | "counted";

export type QuadrantOptions = {
  measure: QuadrantMeasure;
  zoom: "data" | "full";
  /** The unit whose likely range and last wave are drawn. */
  focused: string | null;
  /** On a phone dots are smaller and fewer are named. */
  narrow: boolean;
};

export type QuadrantPoint = {
  unitId: string;
  name: string;
  /** Delivery risk, to the right more. */
  x: number;
  /** Engagement risk, upwards more. */
  y: number;
  /** Radius in px; the area stands for the number of answers. */
  radius: number;
  ring: boolean;
  focused: boolean;
  whiskers: { x: [number, number] | null; y: [number, number] | null } | null;
  /** Where it was in the wave before. */
  tail: { x: number; y: number } | null;
  engagement: string;
  delivery: string;
  answers: string;
  state: string;
  sentence: string;
};

export type QuadrantCorner = { words: string; horizontal: "left" | "right"; vertical: "top" | "bottom" };

export type QuadrantPicture = {
  title: string;
  summary: string;
  note: string | null;
  xLabel: string;
  yLabel: string;
  domain: [number, number];
  ticks: number[];
  cut: number;
  corners: QuadrantCorner[];
  /** In keyboard order: the worse axis first, ties by name; supervisors' views by name alone. */
  points: QuadrantPoint[];
  labels: QuadrantLabel[];
  /** Units for the choice, by name. */
  choices: { value: string; label: string }[];
  canCount: boolean;
  showsRing: boolean;
};

const CORNERS: QuadrantCorner[] = [
  { words: "Steady: keep the rhythm", horizontal: "left", vertical: "bottom" },
  { words: "Busy but unsure: lead", horizontal: "left", vertical: "top" },
  { words: "Inspired but unreliable: manage", horizontal: "right", vertical: "bottom" },
  { words: "Drifting: both, in order", horizontal: "right", vertical: "top" },
];

/** Up to here every unit shows its likely range and where it was. */
const FEW = 12;
const NAMED = 5;
const NAMED_NARROW = 2;
/** Largest radius in px: alone, in a crowd, on a phone. */
const MAX_RADIUS = { few: 16, crowd: 10, narrow: 7 };
const MIN_RADIUS = { few: 4, crowd: 3, narrow: 2.5 };
const CROWD = 60;
/** Side of the plot in px, for the places of the names. */
const SIDE = { wide: 680, narrow: 290 };

export function prepareQuadrant(table: ResultTable, options: QuadrantOptions): QuadrantPicture {
  const lowest = lowestRows(table.rows);
  const placed = lowest.flatMap((row) => {
    const x = options.measure === "counted" ? row.counted : row.delivery;
    const y = row.engagement;
    return x.mark === "value" && y.mark === "value" ? [{ row, x, y, worst: Math.max(x.risk, y.risk) }] : [];
  });
  // Supervisors are not set in an order by what they see, nor named by it.
  const ranked = table.view === "team";
  placed.sort((a, b) => (ranked ? b.worst - a.worst : 0) || byName(a.row, b.row));
  const most = Math.max(1, ...placed.map(({ row }) => row.answers ?? 0));
  const size = options.narrow ? "narrow" : placed.length > CROWD ? "crowd" : "few";
  const details = (row: ResultRow) => placed.length <= FEW || row.unitId === options.focused;

  const points = placed.map(({ row, x, y }): QuadrantPoint => {
    const counted = options.measure === "counted";
    const was = x.change?.was ?? null;
    const wasY = y.change?.was ?? null;
    return {
      unitId: row.unitId,
      name: row.name,
      x: x.risk,
      y: y.risk,
      radius: Math.max(MIN_RADIUS[size], Math.round(MAX_RADIUS[size] * Math.sqrt((row.answers ?? 0) / most) * 10) / 10),
      ring: !counted && row.counted.mark === "value",
      focused: row.unitId === options.focused,
      whiskers: details(row)
        ? {
            x: x.low !== null && x.high !== null ? [x.low, x.high] : null,
            y: y.low !== null && y.high !== null ? [y.low, y.high] : null,
          }
        : null,
      tail: details(row) && was !== null && wasY !== null ? { x: was, y: wasY } : null,
      engagement: cellFacts(y, "meaning", null)[0] ?? "",
      delivery: cellFacts(x, "structure", null)[0] ?? "",
      answers: row.answers === null ? "" : String(row.answers),
      state: quadrantOf(x.risk, y.risk),
      sentence: sentenceOf(row, counted, cellFacts(y, "meaning", null), cellFacts(x, "structure", null)),
    };
  });

  const domain = domainOf(points, options.zoom);
  const missing = notShownSentence(lowest);
  return {
    title: findingSentence(table),
    summary: summaryOf(table, points, missing),
    note: missing,
    xLabel: options.measure === "counted" ? "Delivery risk, counted: more risk →" : "Delivery risk: more risk →",
    yLabel: "Engagement risk: more risk →",
    domain,
    ticks: ticksOf(domain),
    cut: STATE_CUT,
    corners: CORNERS,
    points,
    labels: placeLabels(
      points,
      namedOf(points, options.focused, ranked ? (options.narrow ? NAMED_NARROW : NAMED) : 0),
      domain,
      options.narrow ? SIDE.narrow : SIDE.wide,
    ),
    choices: [...points]
      .sort((a, b) => a.name.localeCompare(b.name, "en-GB"))
      .map((point) => ({ value: point.unitId, label: point.name })),
    canCount: lowest.some((row) => row.counted.mark === "value"),
    showsRing: points.some((point) => point.ring),
  };
}

/** Data and five points around it, never without both cut lines; the same on both axes, so that the square is true. */
function domainOf(points: QuadrantPoint[], zoom: "data" | "full"): [number, number] {
  if (zoom === "full" || points.length === 0) return [0, 100];
  const values = points.flatMap((point) => [
    point.x,
    point.y,
    ...(point.whiskers?.x ?? []),
    ...(point.whiskers?.y ?? []),
    ...(point.tail ? [point.tail.x, point.tail.y] : []),
  ]);
  const low = Math.min(STATE_CUT, ...values) - 5;
  const high = Math.max(STATE_CUT, ...values) + 5;
  return [Math.max(0, 5 * Math.floor(low / 5)), Math.min(100, 5 * Math.ceil(high / 5))];
}

function ticksOf([low, high]: [number, number]): number[] {
  const step = high - low > 50 ? 20 : 10;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return ticks;
}

/** The five furthest out by their worse axis, and the one in focus. */
function namedOf(points: QuadrantPoint[], focused: string | null, count: number): QuadrantPoint[] {
  const named = points.slice(0, count);
  const chosen = points.find((point) => point.unitId === focused);
  return chosen && !named.includes(chosen) ? [chosen, ...named] : named;
}

function quadrantOf(delivery: number, engagement: number): string {
  if (engagement < STATE_CUT) return delivery < STATE_CUT ? "Steady" : "Inspired but unreliable";
  return delivery < STATE_CUT ? "Busy but unsure" : "Drifting";
}

function sentenceOf(row: ResultRow, counted: boolean, meaning: string[], structure: string[]): string {
  const answers = row.answers === null ? "" : ` ${answersText(row.answers)}.`;
  return `${row.name}, engagement risk ${meaning.join(". ")}. ${
    counted ? "Counted delivery risk" : "Delivery risk"
  } ${structure.join(". ")}.${answers}`;
}

function summaryOf(table: ResultTable, points: QuadrantPoint[], missing: string | null): string {
  const finding = `${findingSentence(table)}.`;
  if (points.length === 0) return finding;
  const worst = points[0];
  const parts = [finding];
  if (table.view === "team" && worst && points.length > 1)
    parts.push(capitalise(`furthest out is ${worst.name}: engagement risk ${worst.y}, delivery risk ${worst.x}.`));
  if (missing) parts.push(missing);
  return parts.join(" ");
}
