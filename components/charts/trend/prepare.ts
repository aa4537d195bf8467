import { type RiskCell, STATE_CUT, type Trend } from "#contracts/results.ts";
import { type AxisWord, cellFacts, changeSign, figureText, MARK_WORDS } from "../risk/risk.ts";

export type TrendSeriesKey = "engagement" | "delivery" | "counted";

export type TrendDot = { at: number; risk: number; low: number | null; high: number | null; sentence: string };

/** A run without gap or break: one line, one band. A wave alone has no band; its likely range is one upright line. */
export type TrendRun = {
  key: string;
  dots: TrendDot[];
  band: { at: number; range: [number, number] }[];
  alone: { at: number; range: [number, number] } | null;
};

export type TrendSeries = { key: TrendSeriesKey; label: string; runs: TrendRun[] };

export type TrendPanel = { key: "engagement" | "delivery"; label: string; series: TrendSeries[] };

export type TrendEventMark = {
  at: number;
  label: string;
  date: string;
  /** Line of text above the plot, so that near events do not cover each other. */
  row: number;
  anchor: "start" | "end";
};

export type TrendTableRow = {
  key: string;
  label: string;
  date: string;
  answers: string;
  engagement: string;
  delivery: string;
  counted: string;
  note: string;
};

export type TrendPicture = {
  title: string;
  summary: string;
  panels: TrendPanel[];
  /** Time in ms, with room at both ends; the same for both panels. */
  time: [number, number];
  waves: { at: number; label: string }[];
  /** Risk, the same for both panels. */
  domain: [number, number];
  ticks: number[];
  cut: number;
  events: TrendEventMark[];
  eventRows: number;
  /** Half-way between the two waves around a reorganisation. */
  breaks: number[];
  hasCounted: boolean;
  rows: TrendTableRow[];
  empty: boolean;
};

const LABELS: Record<TrendSeriesKey, string> = {
  engagement: "Engagement risk",
  delivery: "Delivery risk",
  counted: "Delivery risk, counted",
};
const WORD: Record<TrendSeriesKey, AxisWord> = { engagement: "meaning", delivery: "structure", counted: "structure" };
const DAY = 86_400_000;
/** Two labels nearer than this share of the time shown do not fit on one line. */
const NEAR = { wide: 0.24, narrow: 0.48 };

export function prepareTrend(trend: Trend, { narrow = false } = {}): TrendPicture {
  const times = trend.points.map((point) => Date.parse(point.closedOn));
  const series = (key: TrendSeriesKey): TrendSeries => ({ key, label: LABELS[key], runs: runsOf(trend, times, key) });
  const counted = series("counted");
  const hasCounted = counted.runs.length > 0;
  const panels: TrendPanel[] = [
    { key: "engagement", label: LABELS.engagement, series: [series("engagement")] },
    {
      key: "delivery",
      label: LABELS.delivery,
      series: hasCounted ? [series("delivery"), counted] : [series("delivery")],
    },
  ];
  const dots = panels.flatMap((panel) => panel.series.flatMap((one) => one.runs.flatMap((run) => run.dots)));
  const domain = domainOf(dots);
  const events = eventsOf(trend, times);
  const time = timeOf([...times, ...events.map((event) => event.at)]);
  return {
    title: titleOf(trend),
    summary: summaryOf(trend),
    panels,
    time,
    waves: trend.points.map((point, index) => ({ at: times[index] ?? 0, label: point.label })),
    domain,
    ticks: ticksOf(domain),
    cut: STATE_CUT,
    ...stagger(events, time, narrow ? NEAR.narrow : NEAR.wide),
    breaks: trend.points.flatMap((point, index) => {
      const before = times[index - 1];
      const here = times[index];
      return point.breakBefore && before !== undefined && here !== undefined ? [(before + here) / 2] : [];
    }),
    hasCounted,
    rows: trend.points.map((point) => ({
      key: point.waveId,
      label: point.label,
      date: dateWords(point.closedOn),
      answers: point.answers === null ? "" : String(point.answers),
      engagement: cellWords(point.engagement),
      delivery: cellWords(point.delivery),
      counted: cellWords(point.counted),
      note: noteOf(trend, point.waveId),
    })),
    empty: dots.length === 0,
  };
}

/** A figure that is not there ends the run: it is a gap, never a zero. A reorganisation ends it too. */
function runsOf(trend: Trend, times: number[], key: TrendSeriesKey): TrendRun[] {
  const runs: TrendRun[] = [];
  let open: TrendDot[] | null = null;
  trend.points.forEach((point, index) => {
    const cell = point[key];
    if (point.breakBefore) open = null;
    if (cell.mark !== "value") {
      open = null;
      return;
    }
    if (!open) {
      open = [];
      runs.push({ key: `${key}-${point.waveId}`, dots: open, band: [], alone: null });
    }
    const facts = cellFacts(cell, WORD[key], key === "counted" ? null : point.answers);
    open.push({
      at: times[index] ?? 0,
      risk: cell.risk,
      low: cell.low,
      high: cell.high,
      sentence: `${point.label}, ${LABELS[key].toLowerCase()} ${facts.join(". ")}.`,
    });
  });
  for (const run of runs) {
    const band = run.dots.flatMap((dot) =>
      dot.low === null || dot.high === null ? [] : [{ at: dot.at, range: [dot.low, dot.high] as [number, number] }],
    );
    if (run.dots.length > 1) run.band = band;
    else run.alone = band[0] ?? null;
  }
  return runs;
}

function domainOf(dots: TrendDot[]): [number, number] {
  const values = dots.flatMap((dot) => [dot.risk, dot.low ?? dot.risk, dot.high ?? dot.risk]);
  if (values.length === 0) return [0, 100];
  const low = Math.min(STATE_CUT, ...values) - 5;
  const high = Math.max(STATE_CUT, ...values) + 5;
  return [Math.max(0, 10 * Math.floor(low / 10)), Math.min(100, 10 * Math.ceil(high / 10))];
}

function ticksOf([low, high]: [number, number]): number[] {
  const step = high - low > 50 ? 20 : 10;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, index) => first + index * step);
}

function timeOf(times: number[]): [number, number] {
  if (times.length === 0) return [0, 1];
  const first = Math.min(...times);
  const last = Math.max(...times);
  const room = Math.max(14 * DAY, (last - first) * 0.06);
  return [first - room, last + room];
}

/** Events outside the waves shown, by more than a quarter of a year, say nothing about them. */
function eventsOf(trend: Trend, times: number[]): { at: number; label: string; date: string }[] {
  if (times.length === 0) return [];
  const from = Math.min(...times) - 92 * DAY;
  const to = Math.max(...times) + 92 * DAY;
  return trend.events
    .map((event) => ({ at: Date.parse(event.on), label: event.label, date: dateWords(event.on) }))
    .filter((event) => event.at >= from && event.at <= to)
    .sort((a, b) => a.at - b.at);
}

function stagger(
  events: { at: number; label: string; date: string }[],
  [from, to]: [number, number],
  near: number,
): { events: TrendEventMark[]; eventRows: number } {
  const ends: number[] = [];
  const placed = events.map((event): TrendEventMark => {
    const share = (event.at - from) / (to - from);
    const anchor = share > 1 - near ? ("end" as const) : ("start" as const);
    const left = anchor === "start" ? share : share - near;
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = left + near;
    return { ...event, row, anchor };
  });
  return { events: placed, eventRows: ends.length };
}

/** What the newest wave says against the one before, axis by axis. */
function titleOf(trend: Trend): string {
  const last = trend.points.at(-1);
  if (!last) return `${trend.name}: no results yet`;
  if (last.engagement.mark !== "value" && last.delivery.mark !== "value") {
    const mark = last.engagement.mark;
    return mark === "hidden"
      ? `${trend.name}: not shown in ${last.label}`
      : `${trend.name}: ${MARK_WORDS[mark].toLowerCase()}, ${last.label}`;
  }
  if (last.breakBefore) return `${trend.name}: reorganised before ${last.label}, so the line starts again`;
  const meaning = moved(last.engagement);
  const structure = moved(last.delivery);
  const since = sinceOf(last.engagement) ?? sinceOf(last.delivery);
  if (!since || (meaning === null && structure === null))
    return `${trend.name}: engagement risk ${said(last.engagement)}, delivery risk ${said(last.delivery)} in ${last.label}`;
  if (meaning === structure) return `${trend.name}: ${both(meaning)} since ${since}`;
  return `${trend.name}: engagement risk ${one(meaning)}, delivery risk ${one(structure)} since ${since}`;
}

type Moved = "up" | "down" | "level" | null;

function moved(cell: RiskCell): Moved {
  const sign = cell.mark === "value" ? changeSign(cell.change) : null;
  return sign === "untested" ? null : sign;
}

function sinceOf(cell: RiskCell): string | null {
  return cell.mark === "value" && cell.change ? cell.change.since : null;
}

function one(way: Moved): string {
  if (way === "up") return "is clearly up";
  if (way === "down") return "is clearly down";
  return way === "level" ? "shows no clear change" : "cannot be compared";
}

function both(way: Moved): string {
  if (way === "up") return "both risks are clearly up";
  if (way === "down") return "both risks are clearly down";
  return "no clear change on either risk";
}

function said(cell: RiskCell): string {
  return cell.mark === "value" ? figureText(cell) : "not shown";
}

function summaryOf(trend: Trend): string {
  const part = (key: "engagement" | "delivery") => {
    const known = trend.points.flatMap((point) => {
      const cell = point[key];
      return cell.mark === "value" ? [`${point.label} ${figureText(cell)}`] : [`${point.label} ${shortMark(cell)}`];
    });
    return `${LABELS[key]}: ${known.join(", ")}.`;
  };
  if (trend.points.length === 0) return "No wave has been published yet.";
  const broken = trend.points.filter((point) => point.breakBefore).map((point) => point.label);
  const parts = [part("engagement"), part("delivery")];
  if (broken.length > 0)
    parts.push(`Reorganised before ${broken.join(" and ")}: figures before and after are not compared.`);
  return parts.join(" ");
}

function shortMark(cell: RiskCell): string {
  if (cell.mark === "hidden") return "not shown";
  return cell.mark === "not_asked" ? "not asked" : "not enough answers";
}

function cellWords(cell: RiskCell): string {
  if (cell.mark !== "value") return shortMark(cell);
  return cell.low !== null && cell.high !== null ? `${figureText(cell)} (${cell.low}–${cell.high})` : figureText(cell);
}

/** Beside a wave in the table: the events since the wave before, and a reorganisation. */
function noteOf(trend: Trend, waveId: string): string {
  const index = trend.points.findIndex((point) => point.waveId === waveId);
  const point = trend.points[index];
  if (!point) return "";
  const from = trend.points[index - 1]?.closedOn ?? "";
  const events = trend.events.filter((event) => event.on > from && event.on <= point.closedOn);
  return [
    ...(point.breakBefore ? ["Reorganised"] : []),
    ...events.map((event) => `${event.label}, ${dateWords(event.on)}`),
  ].join("; ");
}

/** "24 November 2026", without the reader's time zone moving the day. */
function dateWords(iso: string): string {
  return new Date(Date.parse(iso)).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
