import { STATE_CUT } from "#contracts/results.ts";
import { limitOf } from "./blocks.ts";
import { descriptionInterval } from "./intervals.ts";
import { riskOf, roundHalfAway, shownRisk } from "./scores.ts";

/** A published sum as it is read on screen. Risks are 0-100, higher is worse. */
export type Reading = {
  /** Unrounded; for differences and states. */
  risk: number;
  shown: number;
  low: number;
  high: number;
  limit: "or_more" | "or_less" | null;
  /** The unrounded interval holds the cut. */
  nearLine: boolean;
};

/** Whether an interval (unrounded, points of risk) crosses the cut: it holds values on both sides, and orange starts at 40. */
export function crossesCut(low: number, high: number): boolean {
  return low < STATE_CUT && high >= STATE_CUT;
}

/**
 * One axis or statement sum as a risk with its interval; null for nobody.
 * @param sum sixtieths of a raw point over n people.
 * @param s the wave's s of that axis, points.
 * @param participation shown participation, or null when unknown.
 * @param kind only an axis sum can be a moved block.
 */
export function readSum(
  n: number,
  sum: number,
  s: number,
  participation: number | null,
  kind: "axis" | "statement" = "axis",
): Reading | null {
  const exact = riskOf({ n, sum });
  const shown = shownRisk({ n, sum });
  if (exact === null || shown === null) return null;
  const risk = Math.min(100, Math.max(0, exact));
  const { low, high } = descriptionInterval(risk, n, s, participation)!;
  return {
    risk,
    shown,
    low: roundHalfAway(low),
    high: roundHalfAway(high),
    limit: kind === "axis" ? limitOf(n, sum) : null,
    nearLine: crossesCut(low, high),
  };
}

/** Shares of the three bands as they may be shown. */
export type BandShare = "under_10" | "over_90" | 10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90;

/** Distributions exist from this many real answers on. */
export const DISTRIBUTION_N = 30;

/**
 * Three shares to ten points from counts of really given answers 1-2, 3, 4-5; null under thirty. They need not add to 100.
 */
export function bandShares(counts: readonly number[]): BandShare[] | null {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n < DISTRIBUTION_N) return null;
  return counts.map((count) => {
    if (10 * count < n) return "under_10";
    if (10 * count > 9 * n) return "over_90";
    return (10 * Math.floor((20 * count + n) / (2 * n))) as BandShare;
  });
}
