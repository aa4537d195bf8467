import { describe, expect, test } from "vitest";
import {
  cronbachAlpha,
  differenceReliability,
  icc1,
  icc2,
  itemSums,
  meanReliability,
  oneWay,
  pearson,
  shroutFleiss,
} from "./reliability.ts";

describe("null, never NaN", () => {
  test("no variance", () => {
    const flat = oneWay([
      { n: 5, sum: 15, squares: 45 },
      { n: 5, sum: 15, squares: 45 },
    ]);
    expect([icc1(flat), icc2(flat)]).toEqual([null, null]);
    expect(pearson({ n: 3, x: 6, y: 9, xx: 12, yy: 29, xy: 18 })).toBeNull();
    expect(
      cronbachAlpha(
        itemSums(
          [
            [3, 3],
            [3, 3],
          ],
          2,
        ),
      ),
    ).toBeNull();
    expect(shroutFleiss([])).toEqual({ oneWay: null, oneWayMean: null, alpha: null });
  });

  test("nobody, one person, one group, groups of one", () => {
    expect(oneWay([])).toBeNull();
    expect(oneWay([{ n: 1, sum: 3, squares: 9 }])).toBeNull();
    expect(oneWay([{ n: 9, sum: 27, squares: 90 }])).toBeNull();
    expect(
      oneWay([
        { n: 1, sum: 3, squares: 9 },
        { n: 1, sum: 4, squares: 16 },
      ]),
    ).toBeNull();
    expect(pearson({ n: 1, x: 1, y: 1, xx: 1, yy: 1, xy: 1 })).toBeNull();
    expect(cronbachAlpha(itemSums([], 6))).toBeNull();
    expect([icc1(null), icc2(null), meanReliability(null, 9)]).toEqual([null, null, null]);
  });

  test("difference reliability without one of its parts, or with r = 1", () => {
    expect(differenceReliability(null, 0.8, 0.5)).toBeNull();
    expect(differenceReliability(0.8, 0.8, null)).toBeNull();
    expect(differenceReliability(0.8, 0.8, 1)).toBeNull();
    expect(differenceReliability(0.9, 0.7, 0.6)).toBeCloseTo(0.5, 12);
  });
});

test("empty groups do not count as groups", () => {
  const groups = [
    { n: 2, sum: 5, squares: 13 },
    { n: 3, sum: 12, squares: 50 },
  ];
  expect(oneWay([...groups, { n: 0, sum: 0, squares: 0 }])).toEqual(oneWay(groups));
});

test("a negative ICC(1) is kept as it is, and shows as reliability 0", () => {
  const icc = icc1(
    oneWay([
      { n: 2, sum: 6, squares: 26 },
      { n: 2, sum: 6, squares: 26 },
    ]),
  );
  expect(icc).toBeLessThan(0);
  expect(meanReliability(icc, 9)).toBe(0);
});

test("reliability grows with n", () => {
  expect(meanReliability(0.0207, 1)).toBeCloseTo(0.0207, 12);
  expect(meanReliability(0.0207, 100)).toBeCloseTo(2.07 / (1 + 99 * 0.0207), 12);
  expect(meanReliability(0.0207, 0)).toBeNull();
});

test("r of a known table", () => {
  const x = [1, 2, 3, 4];
  const y = [2, 1, 4, 3];
  const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);
  const sums = {
    n: 4,
    x: sum(x),
    y: sum(y),
    xx: sum(x.map((a) => a * a)),
    yy: sum(y.map((a) => a * a)),
    xy: sum(x.map((a, i) => a * y[i]!)),
  };
  expect(pearson(sums)).toBeCloseTo(0.6, 12);
});
