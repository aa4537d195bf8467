import { describe, expect, test } from "vitest";
import { benjaminiHochberg, type GroupMoments } from "#server/disclosure/intervals.ts";
import { cronbachAlpha, icc1, icc2, itemSums, oneWay, shroutFleiss } from "#server/disclosure/reliability.ts";
import { pauleMandel, shrunken } from "#server/disclosure/shrinkage.ts";

function moments(values: readonly number[]): GroupMoments {
  return {
    n: values.length,
    sum: values.reduce((a, b) => a + b, 0),
    squares: values.reduce((a, b) => a + b * b, 0),
  };
}

const digits = (text: string) => text.split(/\s+/).map((row) => [...row].map(Number));

test("golden 2: Shrout and Fleiss 1979", () => {
  const rows = ["9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"].map((r) => r.split(" ").map(Number));
  const result = shroutFleiss(rows);
  expect(result.oneWay).toBeCloseTo(0.165742, 6);
  expect(result.oneWayMean).toBeCloseTo(0.442797, 6);
  expect(result.alpha).toBeCloseTo(0.909316, 6);
});

describe("golden 3: R multilevel, cohesion", () => {
  const platoons: (number | null)[][][] = [
    [
      [4, 5, 5, 5, 5],
      [3, null, 5, 5, 5],
      [2, 3, 3, 3, 3],
    ],
    [
      [3, 4, 3, 4, 4],
      [4, 4, 3, 4, 4],
      [3, 3, 2, 2, 1],
    ],
    [
      [3, 3, 3, 3, 3],
      [3, 1, 4, 3, 4],
    ],
    [
      [3, 3, 3, 3, 3],
      [2, 2, 2, 3, 2],
      [1, 1, 1, 3, 3],
    ],
  ];

  test("alpha over the ten complete rows", () => {
    const complete = platoons.flat().filter((row): row is number[] => !row.includes(null));
    expect(complete).toHaveLength(10);
    expect(cronbachAlpha(itemSums(complete, 5))).toBeCloseTo(0.884791, 6);
  });

  test("ICC(1) in both variants and ICC(2) of COH01", () => {
    const anova = oneWay(platoons.map((platoon) => moments(platoon.map((row) => row[0]!))));
    expect(icc1(anova, "nbar")).toBeCloseTo(0.149883, 6);
    expect(icc1(anova, "n0")).toBeCloseTo(0.150943, 6);
    expect(icc2(anova)).toBeCloseTo(0.326531, 6);
  });
});

test("golden 4: Benjamini and Hochberg 1995", () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const { adjusted, rejected } = benjaminiHochberg(p, 0.05);
  expect(rejected.filter(Boolean)).toHaveLength(4);
  expect(rejected.slice(0, 4)).toEqual([true, true, true, true]);
  expect(p.filter((x) => x <= 0.05 / p.length)).toHaveLength(3);
  const expected = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
    0.813214, 1,
  ];
  for (const [i, x] of expected.entries()) expect(adjusted[i]).toBeCloseTo(x, 6);
});

describe("golden 5: own, six statements", () => {
  const teams = {
    A: digits("544544 443443 344344 455445 233233"),
    B: digits("221232 322322 122121 233223 433433 222222"),
    C: digits("555555 545545 445454 554555"),
  };
  const scores = Object.values(teams).map((rows) =>
    rows.map((row) => 25 * (row.reduce((a, b) => a + b, 0) / row.length - 1)),
  );
  const anova = oneWay(scores.map(moments))!;
  const units = scores.map((team) => ({ mean: team.reduce((a, b) => a + b, 0) / team.length, n: team.length }));

  test("means, mean squares, ICCs and alpha", () => {
    for (const [i, mean] of [69.1667, 31.9444, 92.7083].entries()) expect(units[i]!.mean).toBeCloseTo(mean, 4);
    const all = scores.flat();
    expect(all.reduce((a, b) => a + b, 0) / all.length).toBeCloseTo(60.5556, 4);
    expect(anova.msb).toBeCloseTo(4708.767361, 6);
    expect(anova.msw).toBeCloseTo(221.764082, 6);
    expect(icc1(anova, "nbar")).toBeCloseTo(0.801849, 6);
    expect(icc2(anova)).toBeCloseTo(0.952904, 6);
    expect(cronbachAlpha(itemSums(Object.values(teams).flat(), 6))).toBeCloseTo(0.969107, 6);
  });

  test("Paule-Mandel and shrunken means", () => {
    const effects = pauleMandel(units, anova.msw)!;
    expect(effects.tau2).toBeCloseTo(893.8725, 4);
    expect(effects.mu).toBeCloseTo(64.4104, 4);
    const { means } = shrunken(units, anova.msw);
    for (const [i, theta] of [68.9418, 33.2336, 91.0557].entries()) expect(means[i]).toBeCloseTo(theta, 4);
  });
});
