import { expect, test } from "vitest";
import { buildTree, directLeafId } from "./tree.ts";

test("counts add up, and people directly in a unit become a leaf of their own", () => {
  const tree = buildTree([
    { id: "team", parentId: "unit", n: 7 },
    { id: "unit", parentId: "org", n: 4 },
    { id: "org", parentId: null, n: 0 },
  ]);
  expect(tree.ids).toEqual(["org", "unit", "team", directLeafId("unit")]);
  const n = (id: string) => tree.n[tree.indexOf.get(id)!];
  expect([n("org"), n("unit"), n("team"), n(directLeafId("unit"))]).toEqual([11, 11, 7, 4]);
  expect([...tree.isLeaf]).toEqual([0, 0, 1, 1]);
  expect([...tree.end]).toEqual([4, 4, 3, 4]);
  expect([...tree.depth]).toEqual([0, 1, 2, 2]);
});

test("an inner unit without people of its own gets no leaf", () => {
  const tree = buildTree([
    { id: "org", parentId: null, n: 0 },
    { id: "team", parentId: "org", n: 7 },
  ]);
  expect(tree.ids).toEqual(["org", "team"]);
});

test.each([
  [
    "duplicate",
    [
      { id: "a", parentId: null, n: 0 },
      { id: "a", parentId: null, n: 0 },
    ],
  ],
  ["unknown parent", [{ id: "a", parentId: "b", n: 0 }]],
  [
    "cycle",
    [
      { id: "a", parentId: "b", n: 0 },
      { id: "b", parentId: "a", n: 0 },
    ],
  ],
  ["bad count", [{ id: "a", parentId: null, n: -1 }]],
  ["bad count", [{ id: "a", parentId: null, n: 1.5 }]],
])("refuses a tree with a %s", (what, nodes) => {
  expect(() => buildTree(nodes)).toThrow(what);
});

test("nothing at all", () => {
  expect(buildTree([]).ids).toEqual([]);
});
