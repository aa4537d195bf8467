import { describe, expect, test } from "vitest";
import type { ResultRow } from "#contracts/results.ts";
import {
  breaksBetween,
  isPilot,
  levelBelow,
  lowest,
  nearestShown,
  nextOf,
  partBelow,
  upToLevels,
  tops,
} from "./rules.ts";

type Cell = { unitId: string; direct: boolean; kind: string; path: string[]; shown: boolean };

/** "root/d1/a1" as a cell; a star at the end is hidden, "+" the people directly in it. */
function cell(text: string): Cell {
  const direct = text.endsWith("+");
  const shown = !text.endsWith("*");
  const path = text.replace(/[*+]$/, "").split("/");
  return { unitId: path.at(-1)!, direct, kind: path.length === 1 ? "organisation" : "unit", path, shown };
}
const cells = (...texts: string[]) => texts.map(cell);
const ids = (list: readonly Cell[]) => list.map((c) => (c.direct ? `${c.unitId}+` : c.unitId));
const TREE = cells("r", "r/d1", "r/d1+", "r/d1/a1", "r/d1/a2*", "r/d2", "r/d2/s", "r/d2/s/b1");

describe("which rows", () => {
  test.each([
    ["d1", ["d1", "d1+", "a1", "a2"]],
    ["d2", ["d2", "s", "b1"]],
    ["b1", ["b1"]],
    ["elsewhere", []],
  ])("the part at %s", (root, rows) => expect(ids(partBelow(TREE, root))).toEqual(rows));

  test.each([
    [1, ["r"]],
    [2, ["r", "d1", "d2"]],
    [3, ["r", "d1", "d1+", "a1", "a2", "d2", "s"]],
    [9, ids(TREE)],
  ])("%i levels from the top", (levels, rows) => expect(ids(upToLevels(TREE, levels))).toEqual(rows));

  test("each branch counts its levels from its own top", () =>
    expect(ids(upToLevels(cells("r/d1", "r/d1/a1", "r/d2/s", "r/d2/s/b1"), 1))).toEqual(["d1", "s"]));

  test.each([
    [["r"], ["d1", "d2"]],
    [["d1"], ["d1+", "a1", "a2"]],
    [
      ["d1", "s"],
      ["d1+", "a1", "a2", "b1"],
    ],
    [["b1"], ["b1"]],
    [["elsewhere"], []],
  ])("the level below %j", (roots, rows) => expect(ids(levelBelow(TREE, roots))).toEqual(rows));

  test("a team inside a unit that the same person leads is no top of its own", () => {
    const at = (path: string) => ({ id: path.split("/").at(-1) ?? "", path: path.split("/") });
    const ids = (...paths: string[]) => tops(paths.map(at)).map(({ id }) => id);
    expect(ids("r/d1", "r/d1/a1")).toEqual(["d1"]);
    expect(ids("r/d1/a1", "r/d1/a2")).toEqual(["a1", "a2"]);
    expect(ids("r/d1/a1", "r", "r/d2")).toEqual(["r"]);
    expect(ids()).toEqual([]);
  });

  test("rows that nothing stands below are counted", () => {
    const row = (unitId: string, parentId: string | null) => ({ unitId, parentId }) as ResultRow;
    expect(lowest([row("d1", "r"), row("a1", "d1"), row("d2", "r")]).map((r) => r.unitId)).toEqual(["a1", "d2"]);
  });
});

describe("the nearest unit above that is shown", () => {
  const units = new Map(cells("r", "r/d1*", "r/d2", "r/d2/s*").map((c) => [c.unitId, c]));
  test.each([
    ["r/d1/a2*", "r"],
    ["r/d2/s/b1*", "d2"],
    ["r/d2*", "r"],
    ["r*", undefined],
    ["r/d2+", "d2"],
    ["x/y*", undefined],
  ])("%s -> %s", (text, nearest) => expect(nearestShown(cell(text), units)?.unitId).toBe(nearest));
});

describe("reorganised since the wave before", () => {
  const at = (parentId: string | null, ...children: string[]) => ({ parentId, children: new Set(children) });
  test.each([
    ["same place, same teams", [at("d", "a", "b"), at("d", "b", "a")], [false, false]],
    ["hangs elsewhere", [at("d", "a"), at("e", "a")], [false, true]],
    ["a team came", [at("d", "a"), at("d", "a", "b")], [false, true]],
    ["a team left and another came", [at("d", "a"), at("d", "b")], [false, true]],
    ["was not there", [at("d"), null, at("d")], [false, false, true]],
    ["began later", [null, at("d"), at("d")], [false, false, false]],
    ["moved and stayed", [at("d"), at("e"), at("e")], [false, true, false]],
    ["the organisation", [at(null, "a"), at(null, "a")], [false, false]],
    ["nothing", [], []],
  ])("%s", (_, places, breaks) => expect(breaksBetween(places)).toEqual(breaks));
});

test.each([
  [[], true],
  [[{ answers: 199 }], true],
  [[{ answers: 199 }, { answers: 200 }], false],
])("pilot statements %j", (releases, pilot) => expect(isPilot(releases)).toBe(pilot));

test.each([
  [[], null],
  [[{ label: "A", status: "draft" }], { label: "A", stage: "planned" }],
  [
    [
      { label: "A", status: "draft" },
      { label: "B", status: "open" },
      { label: "C", status: "sealed" },
    ],
    { label: "B", stage: "open" },
  ],
  [
    [
      { label: "A", status: "draft" },
      { label: "C", status: "sealed" },
    ],
    { label: "C", stage: "closed" },
  ],
])("what comes next of %j", (coming, next) => expect(nextOf(coming)).toEqual(next));
