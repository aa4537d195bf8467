import { describe, expect, test } from "vitest";
import { createAccumulator } from "./accumulator.ts";
import { buildRelease } from "./release.ts";
import type { Answer } from "./scores.ts";

type Plan = { id: string; parentId: string | null; people?: Answer[][] };
const times = (n: number, axis: Answer[]): Answer[][] => Array.from({ length: n }, () => [...axis, ...axis]);

function totalsOf(plan: Plan[]) {
  const accumulator = createAccumulator(plan);
  for (const { id, people = [] } of plan) for (const answers of people) accumulator.add(id, answers);
  return accumulator.finish();
}

const MIXED: Answer[] = [4, 3, 4, 2, 4, 3];
const PLAN: Plan[] = [
  { id: "org", parentId: null, people: times(2, MIXED) },
  { id: "big", parentId: "org", people: times(12, MIXED) },
  { id: "unanimous", parentId: "org", people: times(11, [5, 5, 5, 5, 5, 5]) },
  { id: "small", parentId: "org", people: times(3, [1, 1, 2, 1, 2, 1]) },
];

describe("buildRelease", () => {
  const { audit, release } = buildRelease({
    totals: totalsOf(PLAN),
    k: 5,
    invited: new Map([
      ["org", 4],
      ["big", 16],
      ["unanimous", 11],
      ["small", 9],
    ]),
  });
  const cell = (id: string) => release!.cells.find((c) => c.nodeId === id);

  test("blocks and sums of blocks, nothing finer", () => {
    expect(audit).toMatchObject({ verdict: "passed", findings: [] });
    expect(release!.blocks.map(({ nodeId, n }) => [nodeId, n])).toEqual([
      ["org", 5 + 11],
      ["big", 12],
    ]);
    expect(JSON.stringify(release)).not.toContain('"moved"');
    expect(JSON.stringify(release)).not.toContain('"answered"');
    expect(release!.hidden.first).toEqual(["org/direct", "unanimous", "small"]);
  });

  test("every cell is the sum of the blocks under it", () => {
    const sum = (axis: number) => release!.blocks.reduce((a, b) => a + b.axes[axis]!, 0);
    expect(cell("org")).toMatchObject({ n: 28, axes: [sum(0), sum(1)] });
    expect(cell("big")!.axes).toEqual([12 * 200, 12 * 200]);
    for (const { axes, second } of release!.cells) {
      expect(second!.statements.slice(0, 6).reduce((a, b) => a + b, 0)).toBe(6 * axes[0]);
    }
  });

  test("participation in steps of five, 90 at most; unknown stays unknown", () => {
    expect(cell("org")!.participation).toBe(70);
    expect(cell("big")!.participation).toBe(75);
    expect(buildRelease({ totals: totalsOf(PLAN), k: 5 }).release!.cells[0]!.participation).toBeNull();
  });
});

test("a team shown as one moved block", () => {
  const plan: Plan[] = [
    { id: "org", parentId: null },
    { id: "a", parentId: "org", people: times(11, [5, 5, 5, 5, 5, 5]) },
    { id: "b", parentId: "org", people: times(10, MIXED) },
  ];
  const { release } = buildRelease({ totals: totalsOf(plan), k: 5 });
  const [org, a, b] = release!.cells;
  expect(a!.axes).toEqual([60 * (55 - 4), 60 * (55 - 4)]);
  expect(a!.second!.statements).toEqual(new Array(12).fill(60 * (55 - 4)));
  expect(org!.axes[0] - b!.axes[0]).toBe(a!.axes[0]);
});

test("a statement that few really answered reads 'no answers' by a flag, never a count", () => {
  const plan: Plan[] = [
    { id: "org", parentId: null, people: [...times(9, MIXED), ...times(3, [null, 3, 4, 2, 4, 3])] },
  ];
  const { release } = buildRelease({ totals: totalsOf(plan), k: 5 });
  const second = release!.cells[0]!.second!;
  expect(second.answeredEnough).toEqual([false, true, true, true, true, true, false, true, true, true, true, true]);
  expect(second.shares.every((x) => x === null)).toBe(true);
});

test("distributions from thirty really given answers", () => {
  const plan: Plan[] = [{ id: "org", parentId: null, people: times(30, MIXED) }];
  const { release } = buildRelease({ totals: totalsOf(plan), k: 5 });
  expect(release!.cells[0]!.second!.shares.slice(0, 2)).toEqual([
    ["under_10", "under_10", "over_90"],
    ["under_10", "over_90", "under_10"],
  ]);
});

test.each<[string, Plan[]]>([
  ["nobody answered", [{ id: "org", parentId: null }]],
  ["one person", [{ id: "org", parentId: null, people: times(1, MIXED) }]],
])("%s: an empty release that passes", (_, plan) => {
  const { audit, release } = buildRelease({ totals: totalsOf(plan), k: 5 });
  expect(audit.verdict).toBe("passed");
  expect(release).toMatchObject({ blocks: [], statementBlocks: [], cells: [], hidden: { first: ["org"] } });
});

test("people directly in a unit are shown when they are enough", () => {
  const plan: Plan[] = [
    { id: "org", parentId: null, people: times(6, MIXED) },
    { id: "a", parentId: "org", people: times(7, MIXED) },
  ];
  const { release } = buildRelease({
    totals: totalsOf(plan),
    k: 5,
    invited: new Map([
      ["org", 8],
      ["a", 10],
    ]),
  });
  expect(release!.cells.map((c) => [c.nodeId, c.n, c.participation])).toEqual([
    ["org", 13, 70],
    ["org/direct", 6, 75],
    ["a", 7, 70],
  ]);
});

test("beside an earlier release that it would undo, no number comes out", () => {
  const plan = PLAN.map((node) => (node.id === "org" ? { id: "org", parentId: null } : node));
  const earlier = [{ k: 5, first: [{ places: ["big", "unanimous"], axes: null }], second: [] }];
  const { audit, release } = buildRelease({ totals: totalsOf(plan), k: 5, earlier });
  expect(audit.verdict).toBe("failed");
  expect(audit.findings).toContainEqual({ check: "exact", pattern: "axes" });
  expect(release).toBeNull();
});

test("totals that do not fit their tree, and a k below five, are refused", () => {
  const totals = totalsOf(PLAN);
  totals.leaves.get("big")!.n += 1;
  expect(() => buildRelease({ totals, k: 5 })).toThrow("do not fit");
  expect(() => buildRelease({ totals: totalsOf(PLAN), k: 4 })).toThrow();
});
