import type { Funnel } from "#contracts/results-pages.ts";
import { STATE_CUT } from "#contracts/results.ts";

/** Everything the drawing and its table say. Numbers of answers stand on a logarithmic line, as the limits narrow fast. */
export type FunnelPicture = {
  title: string;
  summary: string;
  label: string;
  width: number;
  height: number;
  /** Left, right, top and bottom of the plot. */
  plot: { left: number; right: number; top: number; bottom: number };
  meanY: number;
  meanText: string;
  inner: string;
  outer: string;
  dots: { key: string; x: number; y: number; far: boolean; out: boolean; name: string }[];
  xTicks: { x: number; label: string }[];
  yTicks: { y: number; label: string }[];
  rows: { key: string; name: string; answers: string; risk: string; words: string }[];
};

const LABELS = { direction: "Engagement risk", delivery: "Delivery risk" } as const;
const WORDS = {
  within: "as far off as chance does it",
  outside: "farther off than chance",
  far_outside: "far off",
} as const;
const TICKS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000];
/** Points of risk left free above and below. */
const ROOM = 4;
/** In the units of the text: nothing is scaled down, so a phone gets a drawing of its own. */
const SIZES = {
  wide: { width: 720, height: 340, left: 40, right: 16, top: 12, bottom: 44 },
  narrow: { width: 344, height: 280, left: 32, right: 12, top: 12, bottom: 44 },
};

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export function prepareFunnel({ axis, mean, units, limits }: Funnel, { narrow = false } = {}): FunnelPicture {
  const size = narrow ? SIZES.narrow : SIZES.wide;
  const sizes = limits.map((limit) => limit.answers);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const risks = [...units.map((unit) => unit.risk), ...limits.flatMap((limit) => limit.inner), mean];
  const low = Math.max(0, Math.floor(Math.min(...risks)) - ROOM);
  const high = Math.min(100, Math.ceil(Math.max(...risks)) + ROOM);
  const plot = { left: size.left, right: size.width - size.right, top: size.top, bottom: size.height - size.bottom };
  const span = Math.log(most / least) || 1;
  const x = (answers: number) => plot.left + (Math.log(answers / least) / span) * (plot.right - plot.left);
  const y = (risk: number) => {
    const inside = Math.min(high, Math.max(low, risk));
    return plot.bottom - ((inside - low) / (high - low)) * (plot.bottom - plot.top);
  };
  const band = (of: "inner" | "outer") => {
    const upper = limits.map((limit) => `${x(limit.answers)},${y(limit[of][1])}`);
    const lower = limits.map((limit) => `${x(limit.answers)},${y(limit[of][0])}`).reverse();
    return [...upper, ...lower].join(" ");
  };
  const out = units.filter((unit) => unit.where !== "within");
  const label = LABELS[axis];
  return {
    title:
      out.length === 0
        ? `${label}: no unit lies farther from the whole than chance alone would put it`
        : `${label}: ${plural(out.length, "unit lies", "units lie")} farther from the whole than chance would put most`,
    summary: `${units.length} units around ${Math.round(mean)}. Limits narrow as answers grow: one in twenty units lies outside the inner ones by chance, one in five hundred outside the outer ones.`,
    label,
    width: size.width,
    height: size.height,
    plot,
    meanY: y(mean),
    meanText: `Whole organisation ${Math.round(mean)}`,
    inner: band("inner"),
    outer: band("outer"),
    dots: units.map((unit) => ({
      key: unit.unitId,
      x: x(unit.answers),
      y: y(unit.risk),
      out: unit.where !== "within",
      far: unit.where === "far_outside",
      name: unit.name,
    })),
    xTicks: thin(
      TICKS.filter((n) => n >= least && n <= most).map((n) => ({ x: x(n), label: n.toLocaleString("en-GB") })),
    ),
    yTicks: ticksOf(low, high).map((risk) => ({ y: y(risk), label: String(risk) })),
    rows: [...units]
      .sort((a, b) => Math.abs(b.risk - mean) - Math.abs(a.risk - mean) || a.name.localeCompare(b.name, "en-GB"))
      .map((unit) => ({
        key: unit.unitId,
        name: unit.name,
        answers: unit.answers.toLocaleString("en-GB"),
        risk: String(unit.risk),
        words: WORDS[unit.where],
      })),
  };
}

/** Labels that would run into each other are left out. */
function thin(ticks: { x: number; label: string }[]): { x: number; label: string }[] {
  const kept: { x: number; label: string }[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (!last || tick.x - last.x >= 48) kept.push(tick);
  }
  return kept;
}

function ticksOf(low: number, high: number): number[] {
  const step = high - low > 50 ? 20 : high - low > 20 ? 10 : 5;
  const ticks = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) ticks.push(at);
  // The line that divides the states is worth a mark wherever it is in sight.
  return ticks.includes(STATE_CUT) || STATE_CUT < low || STATE_CUT > high
    ? ticks
    : [...ticks, STATE_CUT].sort((a, b) => a - b);
}
