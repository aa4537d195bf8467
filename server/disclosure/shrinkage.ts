import { Z95, Z999 } from "./normal.ts";

/** A published mean (points) of n answers. */
export type MeanOf = { mean: number; n: number };

export type RandomEffects = {
  /** Between-unit variance, points squared; 0 when the units differ by no more than chance. */
  tau2: number;
  /** Precision-weighted mean of the units. */
  mu: number;
};

/**
 * Paule-Mandel 1982: tau2 such that the weighted squares around the weighted mean equal their expectation K - 1.
 * @param s2 variance of one person around the unit's mean, points squared (the wave's s squared), the same for all.
 * @returns null for no units or s2 = 0.
 */
export function pauleMandel(units: readonly MeanOf[], s2: number): RandomEffects | null {
  if (units.length === 0 || !(s2 > 0)) return null;
  const at = (tau2: number) => {
    let w = 0;
    let wy = 0;
    for (const u of units) {
      w += 1 / (tau2 + s2 / u.n);
      wy += u.mean / (tau2 + s2 / u.n);
    }
    const mu = wy / w;
    const q = units.reduce((a, u) => a + (u.mean - mu) ** 2 / (tau2 + s2 / u.n), 0);
    return { mu, excess: q - (units.length - 1) };
  };
  const none = at(0);
  if (none.excess <= 0) return { tau2: 0, mu: none.mu };
  // The excess falls in tau2; at this upper end every squared distance is outweighed. Bisection cannot diverge.
  const means = units.map((u) => u.mean);
  let low = 0;
  let high = (Math.max(...means) - Math.min(...means)) ** 2 * units.length + 1;
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (at(middle).excess > 0) low = middle;
    else high = middle;
  }
  const tau2 = (low + high) / 2;
  return { tau2, mu: at(tau2).mu };
}

/**
 * Shrunken means, for the order of units only: theta = mu + B (ybar - mu), B = tau2 / (tau2 + s2/n). Pass the published
 * cells that are being ordered and nothing else. Supervisors are never ordered by it.
 */
export function shrunken(units: readonly MeanOf[], s2: number): { means: number[]; effects: RandomEffects | null } {
  const effects = pauleMandel(units, s2);
  if (effects === null) return { means: units.map((u) => u.mean), effects };
  const { tau2, mu } = effects;
  return { means: units.map((u) => mu + (tau2 / (tau2 + s2 / u.n)) * (u.mean - mu)), effects };
}

export type FunnelLimits = { inner: [number, number]; outer: [number, number] };

/** Funnel limits around mu for a unit of n answers (1.96 and 3.09), clipped to 0-100; method page only. */
export function funnelLimits(mu: number, s: number, n: number): FunnelLimits | null {
  if (n <= 0) return null;
  const around = (z: number): [number, number] => [
    Math.max(0, mu - (z * s) / Math.sqrt(n)),
    Math.min(100, mu + (z * s) / Math.sqrt(n)),
  ];
  return { inner: around(Z95), outer: around(Z999) };
}
