import type { GroupMoments } from "./intervals.ts";

/**
 * Correlation, agreement and reliability from running sums, so that a wave of any size is read once. Every function gives
 * null, never NaN, where the figure does not exist (no variance, too few groups or rows).
 */

/** Finite or null, and -0 as 0. */
function real(x: number): number | null {
  return Number.isFinite(x) ? x + 0 : null;
}

export type PairSums = { n: number; x: number; y: number; xx: number; yy: number; xy: number };

/** Pearson r from sums; null without variance on either side. Exact sums (integers below 2^53) keep it sound. */
export function pearson({ n, x, y, xx, yy, xy }: PairSums): number | null {
  if (n < 2) return null;
  const vx = n * xx - x * x;
  const vy = n * yy - y * y;
  return vx > 0 && vy > 0 ? real((n * xy - x * y) / Math.sqrt(vx * vy)) : null;
}

export type ItemSums = {
  /** Complete rows only. */
  n: number;
  items: readonly { sum: number; squares: number }[];
  total: { sum: number; squares: number };
};

/** Cronbach's alpha over complete rows. */
export function cronbachAlpha({ n, items, total }: ItemSums): number | null {
  const k = items.length;
  if (n < 2 || k < 2) return null;
  const spread = (s: { sum: number; squares: number }) => n * s.squares - s.sum * s.sum;
  const whole = spread(total);
  if (whole <= 0) return null;
  return real((k / (k - 1)) * (1 - items.reduce((a, s) => a + spread(s), 0) / whole));
}

/** Running sums of complete rows for cronbachAlpha. */
export function itemSums(rows: Iterable<readonly number[]>, items: number): ItemSums {
  const sums = Array.from({ length: items }, () => ({ sum: 0, squares: 0 }));
  const total = { sum: 0, squares: 0 };
  let n = 0;
  for (const row of rows) {
    n += 1;
    let t = 0;
    row.forEach((x, i) => {
      sums[i]!.sum += x;
      sums[i]!.squares += x * x;
      t += x;
    });
    total.sum += t;
    total.squares += t * t;
  }
  return { n, items: sums, total };
}

export type Anova = { groups: number; n: number; msb: number; msw: number; nbar: number; n0: number };

/** One-way analysis of variance over the non-empty groups; null with fewer than two groups or nobody to spare. */
export function oneWay(groups: Iterable<GroupMoments>): Anova | null {
  let k = 0;
  let n = 0;
  let sum = 0;
  let squares = 0;
  let between = 0;
  let sizes = 0;
  for (const g of groups) {
    if (g.n <= 0) continue;
    k += 1;
    n += g.n;
    sum += g.sum;
    squares += g.squares;
    between += (g.sum * g.sum) / g.n;
    sizes += g.n * g.n;
  }
  if (k < 2 || n <= k) return null;
  return {
    groups: k,
    n,
    msb: Math.max(0, between - (sum * sum) / n) / (k - 1),
    msw: Math.max(0, squares - between) / (n - k),
    nbar: n / k,
    n0: (n - sizes / n) / (k - 1),
  };
}

/** ICC(1) = (MSB - MSW) / (MSB + (size - 1) MSW), size the mean group size or the corrected n0. May be negative. */
export function icc1(a: Anova | null, size: "nbar" | "n0" = "n0"): number | null {
  return a === null ? null : real((a.msb - a.msw) / (a.msb + (a[size] - 1) * a.msw));
}

/** ICC(2) = (MSB - MSW) / MSB, the reliability of group means. */
export function icc2(a: Anova | null): number | null {
  return a === null ? null : real((a.msb - a.msw) / a.msb);
}

export type ShroutFleiss = { oneWay: number | null; oneWayMean: number | null; alpha: number | null };

/** Shrout and Fleiss 1979 for a complete table, targets in rows, judges in columns: ICC(1,1), ICC(1,k) and alpha = ICC(3,k). */
export function shroutFleiss(rows: readonly (readonly number[])[]): ShroutFleiss {
  const k = rows[0]?.length ?? 0;
  const anova = oneWay(
    rows.map((row) => ({
      n: k,
      sum: row.reduce((a, b) => a + b, 0),
      squares: row.reduce((a, b) => a + b * b, 0),
    })),
  );
  return { oneWay: icc1(anova, "nbar"), oneWayMean: icc2(anova), alpha: cronbachAlpha(itemSums(rows, k)) };
}

/** Reliability of the difference of two scales: ((aD + aE)/2 - r) / (1 - r). */
export function differenceReliability(alphaD: number | null, alphaE: number | null, r: number | null): number | null {
  if (alphaD === null || alphaE === null || r === null) return null;
  return real(((alphaD + alphaE) / 2 - r) / (1 - r));
}

/** Reliability of a mean of n answers (Spearman-Brown): n ICC1 / (1 + (n - 1) ICC1). A negative ICC1 shows 0. */
export function meanReliability(icc: number | null, n: number): number | null {
  if (icc === null || n <= 0) return null;
  const c = Math.max(0, icc);
  return (n * c) / (1 + (n - 1) * c);
}
