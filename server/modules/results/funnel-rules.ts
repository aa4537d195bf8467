import type { Funnel } from "#contracts/results-pages.ts";
import { funnelLimits, riskOf, shownRisk } from "#server/disclosure/formulas.ts";

type Sum = { n: number | null; directionSum: number | null; deliverySum: number | null };
type Unit = Sum & { unitId: string; name: string };

/** Numbers of answers at which limits are drawn, between the smallest and the largest unit. */
const STEPS = [5, 10, 15, 20, 30, 50, 75, 100, 150, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000];
/** Fewer units are no funnel. */
const UNITS = 3;

/**
 * How far units lie from the organisation, against what chance alone does to so many answers: 1.96 and 3.09 standard errors
 * of the wave's one s. Of shown units only; the mean is the organisation's own risk.
 *
 * @returns null with fewer than three units, or where the organisation is not shown
 */
export function funnelOf(
  axis: Funnel["axis"],
  organisation: Sum | null,
  units: readonly Unit[],
  s: number,
): Funnel | null {
  const sumOf = (of: Sum) => {
    const sum = axis === "direction" ? of.directionSum : of.deliverySum;
    return of.n === null || sum === null ? null : { n: of.n, sum };
  };
  const whole = organisation && sumOf(organisation);
  const mean = whole && riskOf(whole);
  if (mean == null) return null;
  const shown = units.flatMap((unit) => {
    const own = sumOf(unit);
    const risk = own && riskOf(own);
    const limits = own && funnelLimits(mean, s, own.n);
    if (!own || risk === null || !limits) return [];
    const beyond = ([low, high]: [number, number]) => risk < low || risk > high;
    return [
      {
        unitId: unit.unitId,
        name: unit.name,
        answers: own.n,
        risk: shownRisk(own) ?? 0,
        where: beyond(limits.outer)
          ? ("far_outside" as const)
          : beyond(limits.inner)
            ? ("outside" as const)
            : ("within" as const),
      },
    ];
  });
  if (shown.length < UNITS) return null;
  const sizes = shown.map((unit) => unit.answers);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const at = [...new Set([least, ...STEPS.filter((n) => n > least && n < most), most])];
  return {
    axis,
    mean,
    s,
    units: shown,
    limits: at.map((answers) => ({ answers, ...funnelLimits(mean, s, answers)! })),
  };
}
