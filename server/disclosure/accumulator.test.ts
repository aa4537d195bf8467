import { expect, test } from "vitest";
import { createAccumulator } from "./accumulator.ts";
import type { Answer } from "./scores.ts";

const answers: Answer[] = [1, 2, 3, 4, 5, 5, 3, 3, 3, 3, 3, 0];

test("sums by leaf; people directly in a unit are its own leaf; a response that does not count is not there", () => {
  const accumulator = createAccumulator([
    { id: "org", parentId: null },
    { id: "team", parentId: "org" },
    { id: "empty", parentId: "org" },
  ]);
  expect(accumulator.add("team", answers)).toBe(true);
  expect(accumulator.add("org", answers)).toBe(true);
  expect(accumulator.add("team", new Array(12).fill(null))).toBe(false);
  expect(() => accumulator.add("nowhere", answers)).toThrow("unknown unit");
  const { nodes, leaves, complete } = accumulator.finish();
  expect(nodes.map((x) => x.n)).toEqual([1, 1, 0]);
  expect([...leaves.keys()]).toEqual(["team", "org/direct"]);
  const team = leaves.get("team")!;
  expect(team.axes).toEqual([200, 180]);
  expect(team.answered).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(team.bands!.slice(0, 6)).toEqual([1, 0, 0, 1, 0, 0]);
  expect(team.bands!.slice(33)).toEqual([0, 0, 0]);
  expect(team.moments).toEqual({ squares: [40_000, 32_400], product: 36_000 });
  expect(complete!.map((x) => x.n)).toEqual([2, 0]);
});

test("nobody answered", () => {
  const { nodes, leaves } = createAccumulator([{ id: "org", parentId: null }]).finish();
  expect(nodes).toEqual([{ id: "org", parentId: null, n: 0 }]);
  expect(leaves.size).toBe(0);
});

test("a hundred thousand responses in a second or so", () => {
  const accumulator = createAccumulator([{ id: "org", parentId: null }]);
  const start = performance.now();
  for (let i = 0; i < 100_000; i++) accumulator.add("org", answers);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(accumulator.finish().leaves.get("org")!.axes).toEqual([20_000_000, 18_000_000]);
});
