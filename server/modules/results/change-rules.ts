import type { ClearChange } from "#contracts/results-pages.ts";
import { AXES, type Axis } from "#contracts/statements.ts";
import { ALERT_N, ALERT_Q, alerts, readSum, riskDifference, riskOf } from "#server/disclosure/formulas.ts";

/** A unit of a release with both sums, and its wave's s per axis. */
export type Large = {
  unitId: string;
  name: string;
  path: readonly string[];
  n: number | null;
  directionSum: number | null;
  deliverySum: number | null;
};

export type Spread = { sDirection: number; sDelivery: number };

/**
 * Clear changes between two waves: units of fifty answers or more in both, Benjamini-Hochberg over all of the
 * organisation and both axes at once, so that the same changes are clear whoever looks. Strongest first.
 * @param axes those that asked the same statements in both waves
 */
export function clearChanges(
  now: readonly Large[],
  then: readonly Large[],
  s: { now: Spread; before: Spread },
  axes: readonly Axis[] = AXES,
): (ClearChange & { path: readonly string[] })[] {
  const before = new Map(then.map((unit) => [unit.unitId, unit]));
  const candidates = now.flatMap((unit) => {
    const was = before.get(unit.unitId);
    return was ? axes.map((axis) => candidate(unit, was, axis, s)) : [];
  });
  const found = alerts(candidates.filter((c) => c !== null));
  return found.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.name.localeCompare(b.name, "en-GB"));
}

/** How many of so many named changes are expected to be chance, at most: the share of false ones is held at ALERT_Q. */
export function expectedFalse(named: number): number {
  return ALERT_Q * named;
}

function candidate(unit: Large, was: Large, axis: Axis, s: { now: Spread; before: Spread }) {
  const key = axis === "direction" ? "directionSum" : "deliverySum";
  const spread = axis === "direction" ? "sDirection" : "sDelivery";
  if (unit.n === null || was.n === null || unit[key] === null || was[key] === null) return null;
  if (unit.n < ALERT_N || was.n < ALERT_N) return null;
  const a = { n: unit.n, sum: unit[key] };
  const b = { n: was.n, sum: was[key] };
  const [s1, s2] = [s.now[spread], s.before[spread]];
  const what = {
    unitId: unit.unitId,
    name: unit.name,
    path: unit.path,
    axis,
    now: readSum(a.n, a.sum, s1, null)?.shown ?? 0,
    was: readSum(b.n, b.sum, s2, null)?.shown ?? 0,
    difference: riskDifference(a, b) ?? 0,
  };
  const difference = (riskOf(a) ?? 0) - (riskOf(b) ?? 0);
  return { what, isTeam: false, difference, n1: a.n, n2: b.n, s1, s2 };
}
