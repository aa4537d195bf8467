import { describe, expect, test } from "vitest";
import { shareMarginOfError } from "#server/disclosure/intervals.ts";
import { countResponse, indexFromShares, meanOfPersons, riskOf, SIXTIETHS } from "#server/disclosure/scores.ts";

// Golden set 1: Civil Service engagement index and margins of error, as published.
describe("golden 1: engagement index", () => {
  test("mean over persons", () => {
    expect(meanOfPersons([100, 75, 75, 50, 25])).toBe(65);
    expect(meanOfPersons([65, 25, 70, 35, 50, 100, 90, 40, 20, 35])).toBe(53);
  });

  test("from a distribution, strongly agree first", () => {
    expect(indexFromShares([10, 40, 10, 16, 24])).toBe(49);
    expect(indexFromShares([22, 28, 34, 12, 4])).toBe(63);
  });

  test.each([
    [200, 120, 0.43, 5.62],
    [150, 80, 0.5, 7.51],
    [50, 40, 0.3, 6.42],
    [500, 375, 0.6, 2.48],
  ])("margin of error for N=%i n=%i p=%f", (population, n, p, expected) => {
    expect(shareMarginOfError(population, n, p)).toBeCloseTo(expected, 2);
  });
});

test("golden: mean over persons, not over statements", () => {
  // (10,6,9,9), (7,7,8,5), (6,5,-,4): person means 8.5, 6.75, 5 -> 6.75; over statements it would be 7.04.
  expect(meanOfPersons([8.5, 6.75, 5])).toBe(6.75);
  // The same through the scores, on the 1..5 scale: one statement skipped weighs no less.
  const people = [
    [5, 1, 3, 3, 3, 3],
    [4, 4, 4, null, null, 4],
    [2, 2, null, 1, 0, null],
  ];
  const sums = people.map((axis) => countResponse([...axis, ...axis])!.axes[0]);
  const sum = sums.reduce((a, b) => a + b, 0);
  expect(sum / SIXTIETHS).toBeCloseTo(3 + 4 + 5 / 3, 12);
  expect(riskOf({ n: 3, sum })).toBeCloseTo(100 - 25 * ((3 + 4 + 5 / 3) / 3 - 1), 10);
});
