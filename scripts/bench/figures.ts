/** What the bench found out, and how it is said. Pure. */

export type Target =
  /** Share of the raw rate that has to be reached. */
  | { share: number }
  /** How many times the raw time it may take. */
  | { times: number }
  /** The measured value itself stays below, in the figure's unit. */
  | { below: number };

export type Unit = "/s" | "ms" | "s" | "MB";

export type Figure = {
  name: string;
  unit: Unit;
  measured: number;
  /** The raw counterpart in the same unit, and what it is. */
  raw: { value: number; what: string } | null;
  target: Target | null;
};

/** @throws Error for no values at all */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new Error("a median of nothing");
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/** Measured by raw; null without a raw counterpart. */
export const ratioOf = ({ measured, raw }: Figure): number | null => (raw ? measured / raw.value : null);

/** Null where there is no target. */
export function isMet(figure: Figure): boolean | null {
  const { target, measured } = figure;
  const ratio = ratioOf(figure);
  if (!target) return null;
  if ("below" in target) return measured < target.below;
  if (ratio === null) throw new Error(`${figure.name}: a target by ratio needs a raw counterpart`);
  return "share" in target ? ratio >= target.share : ratio <= target.times;
}

/** Three digits are more than a machine repeats: 1,743/s, 41.8 ms, 0.93 ms. */
export function sayValue(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === "/s" ? `${text}/s` : `${text} ${unit}`;
}

const sayRatio = (ratio: number): string => `${ratio.toFixed(2)}×`;

function sayTarget(target: Target, unit: Unit): string {
  if ("below" in target) return `< ${target.below.toLocaleString("en-GB")}${unit === "/s" ? "/s" : ` ${unit}`}`;
  return "share" in target ? `≥ ${sayRatio(target.share)}` : `≤ ${sayRatio(target.times)}`;
}

const HEADINGS = ["figure", "measured", "raw", "ratio", "target", "met", "raw counterpart"];

/** A Markdown table that reads in a terminal too. */
export function toTable(figures: readonly Figure[]): string {
  return alignedTable([HEADINGS, ...figures.map(toCells)]);
}

function toCells(figure: Figure): string[] {
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  return [
    figure.name,
    sayValue(figure.measured, figure.unit),
    figure.raw ? sayValue(figure.raw.value, figure.unit) : "",
    ratio === null ? "" : sayRatio(ratio),
    figure.target ? sayTarget(figure.target, figure.unit) : "",
    met === null ? "" : met ? "yes" : "NO",
    figure.raw?.what ?? "",
  ];
}

/** @param rows the first one holds the headings; words to the left, numbers (columns two to four) to the right */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) => column >= 1 && column <= 3;
  const line = (row: readonly string[]) =>
    `| ${widths.map((w, c) => (isNumber(c) ? (row[c] ?? "").padStart(w) : (row[c] ?? "").padEnd(w))).join(" | ")} |`;
  const rule = `|${widths.map((w, c) => (isNumber(c) ? `${"-".repeat(w + 1)}:` : "-".repeat(w + 2))).join("|")}|`;
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join("\n");
}

/**
 * Puts a new block between the two marks of a document; everything else stays as it is.
 * @param name of the block: a document may hold several
 */
export function replaceBlock(document: string, block: string, name = "bench"): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the document lacks its marks ${begin} and ${end}`);
  return `${document.slice(0, from + begin.length)}\n\n${block.trim()}\n\n${document.slice(to)}`;
}
