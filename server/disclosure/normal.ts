/** 97.5% point of the normal distribution, as printed in every formula of the method page. */
export const Z95 = 1.96;
/** 99.9% point: the outer funnel limit. */
export const Z999 = 3.09;

// Chebyshev coefficients of erfc; relative error below 1.2e-7 everywhere (Press et al., Numerical Recipes, 6.2).
const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const;

/** Complementary error function for x >= 0. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  let poly = 0;
  for (let i = COEFFICIENTS.length - 1; i >= 0; i--) poly = poly * t + COEFFICIENTS[i]!;
  return t * Math.exp(-x * x + poly);
}

/** Two-sided p value of a standard normal z. */
export function twoSidedP(z: number): number {
  return Math.min(1, erfc(Math.abs(z) / Math.SQRT2));
}
