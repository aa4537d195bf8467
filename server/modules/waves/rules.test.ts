import { expect, test } from "vitest";
import { inTreeOrder } from "./rules.ts";

test("parents before children, siblings by name, numbers as numbers", () => {
  const nodes = [
    { id: "c", parentId: "a", name: "Ward 10" },
    { id: "b", parentId: "a", name: "Ward 2" },
    { id: "a", parentId: null, name: "Trust" },
    { id: "d", parentId: "b", name: "Night" },
  ];
  expect(inTreeOrder(nodes).map((n) => n.id)).toEqual(["a", "b", "d", "c"]);
});

test("what hangs below a node that is not there is left out", () => {
  const nodes = [
    { id: "a", parentId: null, name: "Trust" },
    { id: "x", parentId: "closed", name: "Orphan" },
  ];
  expect(inTreeOrder(nodes).map((n) => n.id)).toEqual(["a"]);
});
