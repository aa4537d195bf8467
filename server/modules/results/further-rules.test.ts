import { describe, expect, test } from "vitest";
import { furtherOf } from "./further-rules.ts";

const asked = [
  { code: "X1", words: "When I raised a problem, I got an answer." },
  { code: "L1", words: "I can reach the depot by bus for the first shift." },
];
/** n people whose answers 1-5 add up to `points`. */
const row = (code: string, unitId: string, n: number, points: number) => ({ code, unitId, n, sum: 60 * points });

describe("furtherOf", () => {
  test("is agreement: more is more, and beside it the organisation's", () => {
    const sums = [row("X1", "a", 10, 42), row("X1", "org", 200, 600), row("L1", "org", 200, 700)];
    expect(furtherOf(asked, sums, "a", "org")).toEqual([
      { code: "X1", words: asked[0]!.words, agreement: 80, limit: null, organisation: 50 },
      { code: "L1", words: asked[1]!.words, agreement: null, limit: null, organisation: 63 },
    ]);
  });

  test.each([
    ["lowest", 14, 10, "or_less"],
    ["highest", 46, 90, "or_more"],
    ["one inside the lowest", 15, 13, null],
  ] as const)("a figure at its %s limit says so", (_, points, agreement, limit) => {
    const [x1] = furtherOf(asked, [row("X1", "a", 10, points)], "a", "org");
    expect(x1).toMatchObject({ agreement, limit });
  });

  test("the organisation's own page has nothing to compare with", () => {
    const [x1] = furtherOf(asked, [row("X1", "org", 20, 60)], "org", "org");
    expect(x1).toMatchObject({ agreement: 50, organisation: null });
  });

  test("the figure of another unit is never taken", () => {
    expect(furtherOf(asked, [row("X1", "b", 20, 60)], "a", null)[0]).toMatchObject({
      agreement: null,
      organisation: null,
    });
  });
});
