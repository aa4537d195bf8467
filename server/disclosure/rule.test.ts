import { describe, expect, test } from "vitest";
import { blocksOf, decidePatterns, publishedIds } from "./rule.ts";
import { buildTree, type TreeNode } from "./tree.ts";

/** "U 2(A 11, X(P 4, Q 4))": a number after an inner node's name is the people directly in it. */
function tree(text: string): TreeNode[] {
  const nodes: TreeNode[] = [];
  const stack: (string | null)[] = [null];
  for (const [, id, n, mark] of text.matchAll(/(\w+)?\s*(\d+)?\s*([(),])?/g)) {
    if (id) nodes.push({ id, parentId: stack.at(-1)!, n: Number(n ?? 0) });
    if (mark === "(") stack.push(nodes.at(-1)!.id);
    if (mark === ")") stack.pop();
  }
  return nodes;
}

function shown(text: string, k: number, before: string[] = []) {
  const t = buildTree(tree(text));
  const hidden = new Set(before);
  const { first, second } = decidePatterns(t, k, { first: hidden, second: hidden });
  return { first: publishedIds(t, first), second: publishedIds(t, second) };
}

const DEPT = "Dept(D1(A1 12, A2 9, A3 3), D2(B1 8, B2 7, B3 11), D3(C1 4, C2 2))";

describe("fixtures", () => {
  test.each([5, 7])("Dept at k = %i, in tree order", (k) => {
    expect(shown(DEPT, k).first).toEqual(["Dept", "A1", "A2", "D2", "B1", "B2", "B3"]);
  });

  test("Dept at k = 10", () => {
    expect(shown(DEPT, 10).first.toSorted()).toEqual(["A1", "B3", "D2", "Dept"]);
  });

  test("the second pattern is nested, else the difference of the two would leak", () => {
    expect(shown("U(A 11, X(P 4, Q 4), C 3)", 5)).toEqual({ first: ["U", "X"], second: ["U"] });
  });

  test("an empty team hides nothing", () => {
    expect(shown("U(A 11, B 12, Z 0)", 5)).toEqual({ first: ["U", "A", "B"], second: ["U", "A", "B"] });
  });
});

describe("one line of the rule each", () => {
  test.each<[string, string, number, string[]]>([
    ["a team of exactly k is shown", "U(A 5, B 9)", 5, ["U", "A", "B"]],
    ["a team under k takes a neighbour with it: the smallest", "U(A 4, B 9, C 8)", 5, ["U", "B"]],
    ["two small teams that make k together, m outside the larger", "U(A 3, B 3, C 9)", 5, ["U", "C"]],
    ["two small teams, too few outside the larger", "U(A 4, B 2, C 9, D 12)", 5, ["U", "D"]],
    ["people directly in a unit are a team of their own", "U 3(A 9, B 12)", 5, ["U", "B"]],
    ["... and two of them are too few beside one team", "U 2(A 9, B 12)", 5, ["U"]],
    ["nothing to hide but the unit itself", "U(A 3, B 1)", 5, []],
    ["a unit around one team shows both", "U(X(A 6), B 9)", 5, ["U", "X", "A", "B"]],
    ["ties by id", "U(A 4, C 9, B 9)", 5, ["U", "C"]],
    ["nobody answered", "U(A 0, B 0)", 5, []],
    ["one person", "U(A 1)", 5, []],
  ])("%s", (_, text, k, expected) => {
    expect(shown(text, k).first).toEqual(expected);
  });

  test("among neighbours the one hidden in the wave before stays hidden", () => {
    expect(shown("U(A 4, B 9, C 8)", 5, ["B"]).first).toEqual(["U", "C"]);
  });

  test("k2 is 10, or k where that is more", () => {
    expect(decidePatterns(buildTree(tree("U(A 20)")), 5).k2).toBe(10);
    expect(decidePatterns(buildTree(tree("U(A 20)")), 12).k2).toBe(12);
    expect(shown(DEPT, 12).second).toEqual(shown(DEPT, 12).first);
  });

  test.each([4, 0, -1, 5.5, Number.NaN])("k = %f is refused", (k) => {
    expect(() => decidePatterns(buildTree([]), k)).toThrow();
  });
});

test("blocks are disjoint, and cover what lies under a published node", () => {
  const t = buildTree(tree(DEPT));
  const { first } = decidePatterns(t, 5);
  const blocks = [...blocksOf(t, first)].map(([v, leaves]) => [t.ids[v], leaves.map((i) => t.ids[i])]);
  expect(Object.fromEntries(blocks)).toEqual({
    A1: ["A1"],
    A2: ["A2"],
    Dept: ["A3", "C1", "C2"],
    B1: ["B1"],
    B2: ["B2"],
    B3: ["B3"],
  });
});

describe("speed", () => {
  test.each([
    ["flat", 1],
    ["three hundred units", 300],
  ])("5,000 teams, %s, well under two seconds", (_, units) => {
    const nodes: TreeNode[] = [{ id: "org", parentId: null, n: 2 }];
    for (let u = 0; u < units; u++) nodes.push({ id: `u${u}`, parentId: "org", n: u % 4 });
    for (let t = 0; t < 5000; t++) nodes.push({ id: `t${t}`, parentId: `u${t % units}`, n: 3 + ((t * 7919) % 13) });
    const start = performance.now();
    decidePatterns(buildTree(nodes), 5);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
