import type { ChangeMark } from "#contracts/results.ts";
import { twoSidedP, Z95 } from "./normal.ts";

/**
 * Intervals and tests. One s per axis and wave stands behind all of them: a unit's own variance is never used, because
 * variances of shown units would give away those of hidden ones by subtraction. Units: points of the 0-100 scale.
 */
export const DEFAULT_S = 20;
/** Teams enter the pooled s from this size on, and this many of them are needed. */
export const POOLED_TEAM_SIZE = 10;
export const POOLED_TEAMS = 10;
export const TEST_AXIS_N = 10;
export const TEST_STATEMENT_N = 30;
export const ALERT_N = 50;
export const ALERT_Q = 0.1;

/** n people of one group and their sum and sum of squares, in any one unit. */
export type GroupMoments = { n: number; sum: number; squares: number };

export type PooledS = {
  /** Whole points, at least 1: an s of 0 would say that everybody in every larger team answered alike. */
  s: number;
  source: "pooled" | "default";
};

/**
 * Pooled within-team standard deviation of the organisation.
 * @param scale points per unit of the sums (25/60 for sixtieths of a raw point).
 */
export function pooledS(teams: Iterable<GroupMoments>, scale = 1): PooledS {
  let count = 0;
  let squares = 0;
  let freedom = 0;
  for (const { n, sum, squares: q } of teams) {
    if (n < POOLED_TEAM_SIZE) continue;
    count += 1;
    squares += q - (sum * sum) / n;
    freedom += n - 1;
  }
  if (count < POOLED_TEAMS) return { s: DEFAULT_S, source: "default" };
  return { s: Math.max(1, Math.round(scale * Math.sqrt(Math.max(0, squares) / freedom))), source: "pooled" };
}

export type Interval = { low: number; high: number };

/**
 * 95% interval of a description: mean +- 1.96 s/sqrt(n) sqrt(1 - p), clipped to 0-100; null for nobody.
 * @param participation shown participation in points (rounded to five, at most 90), null when unknown: then no factor.
 */
export function descriptionInterval(
  mean: number,
  n: number,
  s: number,
  participation: number | null = null,
): Interval | null {
  if (n <= 0) return null;
  const p = participation === null ? 0 : Math.min(90, Math.max(0, participation)) / 100;
  const half = Z95 * (s / Math.sqrt(n)) * Math.sqrt(1 - p);
  return { low: Math.max(0, mean - half), high: Math.min(100, mean + half) };
}

/** Standard error of a difference of two teams or waves; no participation factor, no correlation (answers are unlinkable). */
export function comparisonSe(s1: number, n1: number, n2: number, s2: number = s1): number {
  return Math.sqrt((s1 * s1) / n1 + (s2 * s2) / n2);
}

/** Standard error of direction minus delivery of the *same* n people; r is the wave's, null counts as 0 (the wider one). */
export function pairedSe(sDirection: number, sDelivery: number, r: number | null, n: number): number {
  const variance = sDirection ** 2 + sDelivery ** 2 - 2 * (r ?? 0) * sDirection * sDelivery;
  return Math.sqrt(Math.max(0, variance) / n);
}

export type Comparison = {
  kind: "axis" | "statement";
  /** Unrounded difference in points; null where there is nothing to compare with. */
  difference: number | null;
  n1: number;
  n2: number;
  s1: number;
  s2?: number;
};

/** One of the three change marks: two-sided 95%, n >= 10 on both sides for an axis, 30 for a statement. */
export function changeMark({ kind, difference, n1, n2, s1, s2 }: Comparison): ChangeMark {
  const needed = kind === "axis" ? TEST_AXIS_N : TEST_STATEMENT_N;
  if (difference === null || n1 < needed || n2 < needed) return "not_tested";
  return Math.abs(difference) > Z95 * comparisonSe(s1, n1, n2, s2) ? "significant" : "no_clear_change";
}

export type BenjaminiHochberg = {
  /** Adjusted p values, in the order given. */
  adjusted: number[];
  rejected: boolean[];
};

/** Benjamini-Hochberg 1995 at false discovery rate q. */
export function benjaminiHochberg(p: readonly number[], q: number): BenjaminiHochberg {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!);
  const adjusted = new Array<number>(p.length).fill(1);
  const rejected = new Array<boolean>(p.length).fill(false);
  let least = 1;
  let passed = false;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    least = Math.min(least, (p[i]! * p.length) / rank);
    adjusted[i] = least;
    passed ||= p[i]! <= (q * rank) / p.length;
    rejected[i] = passed;
  }
  return { adjusted, rejected };
}

export type AlertCandidate<T> = {
  what: T;
  isTeam: boolean;
  difference: number;
  n1: number;
  n2: number;
  s1: number;
  s2: number;
};

/**
 * Which changes of a wave raise an alert: units (never a single team) of n >= 50 in both waves, Benjamini-Hochberg at
 * q = 0.10 over **all** candidates of both axes together. Direction of the change is the caller's to read.
 */
export function alerts<T>(candidates: readonly AlertCandidate<T>[]): T[] {
  const eligible = candidates.filter((c) => !c.isTeam && c.n1 >= ALERT_N && c.n2 >= ALERT_N);
  const p = eligible.map((c) => twoSidedP(c.difference / comparisonSe(c.s1, c.n1, c.n2, c.s2)));
  const { rejected } = benjaminiHochberg(p, ALERT_Q);
  return eligible.filter((_, i) => rejected[i]).map((c) => c.what);
}

/**
 * Half-width in points of the 95% interval of a share, with the finite population factor sqrt((N-n)/(N-1)).
 * @param share 0..1; null when n < 1 or N < n.
 */
export function shareMarginOfError(population: number, n: number, share: number): number | null {
  if (n < 1 || population < n) return null;
  const factor = population > 1 ? Math.sqrt((population - n) / (population - 1)) : 0;
  return 100 * Z95 * Math.sqrt((share * (1 - share)) / n) * factor;
}

export type GapBand = "about_the_same" | "supervisor_higher" | "supervisor_lower";

/**
 * Supervisor against team on one axis, in words: the band is max(10, minimum detectable change), the latter
 * 1.96 sqrt(2) s/sqrt(n). Null under ten answers. The team cell must be published in the second pattern (caller's check).
 */
export function gapBand(supervisorScore: number, teamScore: number, n: number, s: number): GapBand | null {
  if (n < TEST_AXIS_N) return null;
  const gap = supervisorScore - teamScore;
  const band = Math.max(10, Z95 * Math.SQRT2 * (s / Math.sqrt(n)));
  if (Math.abs(gap) < band) return "about_the_same";
  return gap > 0 ? "supervisor_higher" : "supervisor_lower";
}
