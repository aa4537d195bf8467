import { describe, expect, test } from "vitest";
import { buildFurther, createFurther } from "./further-statements.ts";

const NODES = [
  { id: "org", parentId: null },
  { id: "u", parentId: "org" },
  { id: "a", parentId: "u" },
  { id: "b", parentId: "u" },
  { id: "c", parentId: "org" },
];
const SECOND = new Set(["org", "u", "a", "b", "c"]);

/** Totals of one statement: answers by unit. */
function totals(code: string, answers: Record<string, readonly (number | null)[]>) {
  const further = createFurther([code]);
  for (const [unitId, given] of Object.entries(answers)) for (const x of given) further.add(unitId, [x as never]);
  return further.finish();
}
const times = (n: number, x: number | null) => new Array<number | null>(n).fill(x);
const sums = (rows: readonly { nodeId: string; n: number; sum: number }[]) =>
  Object.fromEntries(rows.map(({ nodeId, n, sum }) => [nodeId, [n, sum / 60]]));

describe("buildFurther", () => {
  test("counts those who answered: blank and does not apply are neither people nor points", () => {
    const of = totals("X1", {
      a: [...times(11, 4), ...times(9, null), ...times(6, 0)],
      b: times(12, 2),
      c: times(10, 3),
    });
    const made = buildFurther(NODES, of, SECOND, 5);
    expect(sums(made.cells)).toEqual({ org: [33, 98], u: [23, 68], a: [11, 44], b: [12, 24], c: [10, 30] });
    expect(made.findings).toEqual([]);
  });

  test("asks for ten people, also in a wave of k = 5, and for more where k is more", () => {
    const of = totals("X1", { a: times(9, 4), b: times(14, 2), c: times(12, 3) });
    expect(Object.keys(sums(buildFurther(NODES, of, SECOND, 5).cells))).toEqual(["org", "u", "c"]);
    expect(Object.keys(sums(buildFurther(NODES, of, SECOND, 13).cells))).toEqual(["org", "b"]);
  });

  test("shows nothing where the twelve are not shown in files", () => {
    const of = totals("L2", { a: times(20, 4), b: times(20, 2), c: times(20, 3) });
    expect(Object.keys(sums(buildFurther(NODES, of, new Set(["org", "c"]), 5).cells))).toEqual(["org", "c"]);
    expect(buildFurther(NODES, of, new Set(), 5).cells).toEqual([]);
  });

  test("moves extremes at the block, so that everybody could have said anything", () => {
    const of = totals("X3", { a: times(10, 5), b: times(10, 1), c: times(10, 3) });
    expect(sums(buildFurther(NODES, of, SECOND, 5).cells)).toMatchObject({ a: [10, 46], b: [10, 14], u: [20, 60] });
  });

  test("people directly in a unit are a place of their own", () => {
    const of = totals("L1", { u: times(10, 2), a: times(10, 4), b: times(10, 3) });
    const made = buildFurther(NODES, of, new Set([...SECOND, "u/direct"]), 5);
    expect(sums(made.cells)).toMatchObject({ "u/direct": [10, 20], u: [30, 90], org: [30, 90] });
  });

  test("each statement by itself; the hash says what was audited, and nothing asked has none", () => {
    const x = totals("X1", { a: times(10, 4) });
    const l = totals("L1", { a: times(9, 4) });
    const both = buildFurther(NODES, [...x, ...l], SECOND, 5);
    expect(both.cells.map(({ code, nodeId }) => `${code} ${nodeId}`)).toContain("X1 a");
    expect(both.cells.some(({ code }) => code === "L1")).toBe(false);
    expect(both.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(buildFurther(NODES, x, SECOND, 5).inputHash).not.toBe(both.inputHash);
    expect(buildFurther(NODES, [], SECOND, 5)).toEqual({ blocks: [], cells: [], findings: [], inputHash: null });
  });
});
