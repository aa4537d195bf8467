import { expect, test } from "vitest";
import { funnelLimits, pauleMandel, shrunken } from "./shrinkage.ts";

test("units that differ by no more than chance: tau2 = 0, all shrink to the weighted mean", () => {
  const units = [
    { mean: 50, n: 10 },
    { mean: 51, n: 30 },
  ];
  const { means, effects } = shrunken(units, 400);
  expect(effects!.tau2).toBe(0);
  for (const mean of [...means, effects!.mu]) expect(mean).toBeCloseTo(50.75, 10);
});

test("nobody, one unit, no variance", () => {
  expect(pauleMandel([], 400)).toBeNull();
  expect(pauleMandel([{ mean: 40, n: 9 }], 400)).toEqual({ tau2: 0, mu: 40 });
  expect(pauleMandel([{ mean: 40, n: 9 }], 0)).toBeNull();
  expect(shrunken([{ mean: 40, n: 9 }], 0).means).toEqual([40]);
  expect(shrunken([], 400).means).toEqual([]);
});

test("a small unit shrinks more than a large one, and neither passes the mean", () => {
  const units = [
    { mean: 20, n: 200 },
    { mean: 60, n: 200 },
    { mean: 80, n: 5 },
    { mean: 80, n: 200 },
  ];
  const { means, effects } = shrunken(units, 400);
  expect(effects!.tau2).toBeGreaterThan(0);
  expect(means[2]).toBeLessThan(means[3]!);
  expect(means[2]).toBeGreaterThan(effects!.mu);
});

test("the estimate fulfils its own equation", () => {
  const units = [10, 40, 55, 90].map((mean, i) => ({ mean, n: 5 + 10 * i }));
  const { tau2, mu } = pauleMandel(units, 300)!;
  const q = units.reduce((a, u) => a + (u.mean - mu) ** 2 / (tau2 + 300 / u.n), 0);
  expect(q).toBeCloseTo(3, 8);
});

test("funnel limits", () => {
  expect(funnelLimits(40, 20, 100)).toEqual({ inner: [40 - 3.92, 40 + 3.92], outer: [40 - 6.18, 40 + 6.18] });
  expect(funnelLimits(40, 20, 0)).toBeNull();
  expect(funnelLimits(4, 20, 4)!.outer[0]).toBe(0);
});
