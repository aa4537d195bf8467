import { expect, test } from "vitest";
import { closing, inTreeOrder, whyNotOpen } from "./rules.ts";

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

test.each([
  ["draft", null, 3, null],
  ["draft", "Autumn 2026", 3, "Autumn 2026 is open. Close it first: one wave is open at a time."],
  ["draft", null, 0, "There is no team yet. Register the first team, then open the wave."],
  ["open", null, 3, "This wave is open already."],
  ["sealed", null, 3, "This wave has been open before. Plan a new one."],
  ["published", null, 3, "This wave has been open before. Plan a new one."],
  ["withdrawn", null, 3, "This wave has been open before. Plan a new one."],
] as const)("opening a %s wave while %s is open", (status, openNow, teams, why) => {
  expect(whyNotOpen(status, openNow, teams)).toBe(why);
});

test.each([
  ["draft", { refused: "This wave has not been opened yet." }],
  ["confirming", { refused: "This wave has not been opened yet." }],
  ["open", "close"],
  ["closing", "close"],
  ["sealed", "closed"],
  ["published", "closed"],
  ["withdrawn", "closed"],
] as const)("closing a %s wave", (status, outcome) => {
  expect(closing(status)).toEqual(outcome);
});
