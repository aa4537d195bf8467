import { type LeafTotal, pairSums, type Totals } from "./accumulator.ts";
import { type GroupMoments, type PooledS, pooledS } from "./intervals.ts";
import { cronbachAlpha, differenceReliability, icc1, oneWay, pearson } from "./reliability.ts";
import { SIXTIETHS } from "./scores.ts";

/** Correlation, alpha and ICC exist for the whole wave only, and only from this many people on. */
export const WAVE_STATISTICS_N = 50;

/** Everything a release says about spread. None of it belongs to a unit. Rounded to four decimals. */
export type WaveStatistics = {
  /** The one s per axis, whole points: direction, delivery. */
  s: [PooledS, PooledS];
  /** Person-level correlation of the two axes. */
  r: number | null;
  alphas: [number | null, number | null];
  differenceReliability: number | null;
  /** ICC(1) of direction minus delivery over teams; the reliability of a lean of n answers is meanReliability(this, n). */
  leanIcc1: number | null;
};

const POINTS_PER_SIXTIETH = 25 / SIXTIETHS;

function fourDecimals(x: number | null): number | null {
  return x === null ? null : Math.round(x * 1e4) / 1e4 + 0;
}

function axisMoments(leaf: LeafTotal, axis: 0 | 1): GroupMoments | null {
  return leaf.moments && { n: leaf.n, sum: leaf.axes[axis], squares: leaf.moments.squares[axis] };
}

function leanMoments({ n, axes, moments }: LeafTotal): GroupMoments | null {
  if (moments === null) return null;
  const [dd, ee] = moments.squares;
  return { n, sum: axes[0] - axes[1], squares: dd + ee - 2 * moments.product };
}

/** Person-first figures of the whole wave; null below fifty people, without variance, or where only sums were imported. */
export function waveStatistics({ leaves, complete }: Pick<Totals, "leaves" | "complete">): WaveStatistics {
  const all = [...leaves.values()];
  const s = ([0, 1] as const).map((axis) =>
    pooledS(
      all.map((leaf) => axisMoments(leaf, axis)).filter((m) => m !== null),
      POINTS_PER_SIXTIETH,
    ),
  ) as [PooledS, PooledS];

  const pairs = pairSums(all);
  const enough = pairs !== null && pairs.n >= WAVE_STATISTICS_N;
  const r = enough ? pearson(pairs) : null;
  const alphas = ([0, 1] as const).map((axis) => {
    const rows = complete?.[axis];
    return enough && rows !== undefined && rows.n >= WAVE_STATISTICS_N ? cronbachAlpha(rows) : null;
  }) as [number | null, number | null];
  const lean = enough ? icc1(oneWay(all.map(leanMoments).filter((m) => m !== null)), "n0") : null;
  return {
    s,
    r: fourDecimals(r),
    alphas: [fourDecimals(alphas[0]), fourDecimals(alphas[1])],
    differenceReliability: fourDecimals(differenceReliability(alphas[0], alphas[1], r)),
    leanIcc1: fourDecimals(lean),
  };
}
