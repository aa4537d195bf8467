import { describe, expect, test } from "vitest";
import {
  alerts,
  benjaminiHochberg,
  changeMark,
  comparisonSe,
  descriptionInterval,
  gapBand,
  pairedSe,
  pooledS,
  shareMarginOfError,
} from "./intervals.ts";
import { twoSidedP } from "./normal.ts";

test.each([
  [0, 1],
  [1, 0.3173105],
  [1.959964, 0.05],
  [-3, 0.0026998],
])("two-sided p of z = %f", (z, p) => {
  expect(twoSidedP(z)).toBeCloseTo(p, 6);
});

describe("pooled s", () => {
  // Half at 40, half at 60: within-team squares 100 a person.
  const team = (n: number) => ({ n, sum: 50 * n, squares: (1600 + 3600) * (n / 2) });

  test("ten teams of ten: their pooled s in whole points", () => {
    const s = pooledS(Array.from({ length: 10 }, () => team(10)));
    expect(s).toEqual({ s: Math.round(Math.sqrt((100 * 10) / 9)), source: "pooled" });
  });

  test("nine teams of ten and many smaller ones: 20", () => {
    expect(pooledS([...Array(9)].map(() => team(10)).concat([...Array(50)].map(() => team(8))))).toEqual({
      s: 20,
      source: "default",
    });
  });

  test("no variance: never 0", () => {
    expect(pooledS(Array.from({ length: 10 }, () => ({ n: 10, sum: 500, squares: 25_000 }))).s).toBe(1);
  });
});

describe("description interval", () => {
  test("without a known participation no factor", () => {
    const { low, high } = descriptionInterval(50, 16, 20)!;
    expect([low, high]).toEqual([50 - 9.8, 50 + 9.8]);
  });
  test("with participation of 75% half as wide", () => {
    const { low, high } = descriptionInterval(50, 16, 20, 75)!;
    expect(high - low).toBeCloseTo(9.8, 10);
  });
  test("participation counts 90 at most, so that an interval never closes", () => {
    expect(descriptionInterval(50, 16, 20, 100)).toEqual(descriptionInterval(50, 16, 20, 90));
  });
  test("clipped to 0-100; nobody has none", () => {
    expect(descriptionInterval(2, 5, 20)!.low).toBe(0);
    expect(descriptionInterval(98, 5, 20)!.high).toBe(100);
    expect(descriptionInterval(98, 0, 20)).toBeNull();
  });
});

describe("change marks", () => {
  test("the standard error has no participation factor; two waves may have two s", () => {
    expect(comparisonSe(20, 10, 40)).toBeCloseTo(20 * Math.sqrt(1 / 10 + 1 / 40), 12);
    expect(comparisonSe(20, 10, 10, 10)).toBeCloseTo(Math.sqrt(40 + 10), 12);
  });

  test.each([
    ["axis", 18, 10, 10, "significant"],
    ["axis", -18, 10, 10, "significant"],
    ["axis", 17, 10, 10, "no_clear_change"],
    ["axis", 90, 9, 10, "not_tested"],
    ["axis", 90, 10, 9, "not_tested"],
    ["axis", null, 50, 50, "not_tested"],
    ["statement", 90, 29, 30, "not_tested"],
    ["statement", 11, 30, 30, "significant"],
    ["statement", 10, 30, 30, "no_clear_change"],
  ] as const)("%s, difference %s, n %i and %i: %s", (kind, difference, n1, n2, mark) => {
    expect(changeMark({ kind, difference, n1, n2, s1: 20 })).toBe(mark);
  });

  test("the same people on two axes: correlation narrows, its absence does not", () => {
    expect(pairedSe(20, 20, null, 16)).toBeCloseTo(Math.sqrt(800 / 16), 12);
    expect(pairedSe(20, 20, 0.5, 16)).toBeCloseTo(5, 12);
    expect(pairedSe(20, 20, 1, 16)).toBe(0);
  });
});

describe("alerts", () => {
  const unit = (what: string, difference: number, n = 100, isTeam = false) => ({
    what,
    isTeam,
    difference,
    n1: n,
    n2: n,
    s1: 20,
    s2: 20,
  });

  test("only units of fifty, never a team, judged together", () => {
    const candidates = [
      unit("clear", 12),
      unit("a team", 40, 100, true),
      unit("small", 40, 49),
      ...Array.from({ length: 20 }, (_, i) => unit(`quiet ${i}`, 1)),
      unit("alone it would pass", 5.6),
    ];
    expect(alerts(candidates)).toEqual(["clear"]);
    expect(alerts([unit("alone it would pass", 5.6)])).toEqual(["alone it would pass"]);
    expect(alerts([])).toEqual([]);
  });

  test("Benjamini-Hochberg is not disturbed by order or an empty list", () => {
    expect(benjaminiHochberg([], 0.1)).toEqual({ adjusted: [], rejected: [] });
    expect(benjaminiHochberg([0.9, 0.01], 0.1).rejected).toEqual([false, true]);
  });
});

test("margin of error edges", () => {
  expect(shareMarginOfError(1, 1, 0.5)).toBe(0);
  expect(shareMarginOfError(10, 0, 0.5)).toBeNull();
  expect(shareMarginOfError(5, 6, 0.5)).toBeNull();
});

test.each([
  [80, 60, 9, null],
  [69, 60, 400, "about_the_same"],
  [70, 60, 400, "supervisor_higher"],
  [50, 60, 400, "supervisor_lower"],
  [76, 60, 10, "about_the_same"],
  [78, 60, 10, "supervisor_higher"],
])("gap of %i to %i at n = %i: %s", (supervisor, team, n, band) => {
  expect(gapBand(supervisor, team, n, 20)).toBe(band);
});
