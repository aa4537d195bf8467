import { describe, expect, test } from "vitest";
import { bandShares, crossesCut, readSum } from "./reading.ts";

describe("readSum", () => {
  test("a plain axis sum", () => {
    // Mean raw 3.4: score 60, risk 40.
    expect(readSum(16, 16 * 204, 20, null)).toEqual({
      risk: 40,
      shown: 40,
      low: 30,
      high: 50,
      limit: null,
      nearLine: true,
    });
  });

  test("one moved block reads '20 or less' and '80 or more' at n = 5", () => {
    expect(readSum(5, 60 * 21, 20, null)).toMatchObject({ shown: 20, limit: "or_less" });
    expect(readSum(5, 60 * 9, 20, null)).toMatchObject({ shown: 80, limit: "or_more" });
    expect(readSum(5, 60 * 21, 20, null, "statement")!.limit).toBeNull();
  });

  test("a moved statement sum never leaves the scale", () => {
    expect(readSum(10, 590, 20, null, "statement")).toMatchObject({ risk: 100, shown: 100, high: 100 });
  });

  test("nobody", () => {
    expect(readSum(0, 0, 20, null)).toBeNull();
  });
});

test.each([
  [30, 39.9, false],
  [30, 40, true],
  [40, 50, false],
  [39.9, 50, true],
])("interval %f to %f crosses the cut: %s", (low, high, expected) => {
  expect(crossesCut(low, high)).toBe(expected);
});

test.each([
  [[10, 10, 9], null],
  [
    [0, 2, 28],
    ["under_10", "under_10", "over_90"],
  ],
  [
    [3, 0, 27],
    [10, "under_10", 90],
  ],
  [
    [10, 10, 10],
    [30, 30, 30],
  ],
  [
    [30, 0, 0],
    ["over_90", "under_10", "under_10"],
  ],
])("bands %j show as %j", (counts, shares) => {
  expect(bandShares(counts)).toEqual(shares);
});
