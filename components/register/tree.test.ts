import { expect, test } from "vitest";
import type { TreeUnit } from "#contracts/register-views.ts";
import { indexTree, matching, namesAbove, structureFinding, visibleRows } from "./tree.ts";

const unit = (id: string, parentId: string | null, more: Partial<TreeUnit> = {}): TreeUnit => ({
  id,
  parentId,
  code: id.toUpperCase(),
  name: `Unit ${id}`,
  kind: "unit",
  headcount: null,
  workingPattern: null,
  supervisors: [],
  manageable: true,
  loose: true,
  ...more,
});
const UNITS = [
  unit("r", null, { kind: "organisation", name: "Council" }),
  unit("b10", "r", { name: "Ward 10" }),
  unit("b2", "r", { name: "Ward 2" }),
  unit("t", "b2", { kind: "team", name: "Night", supervisors: ["Jo Smith"] }),
];
const index = indexTree(UNITS);
const drawn = (open: string[], words = "", shown = new Map<string, number>()) =>
  visibleRows(index, { open: new Set(open), only: matching(index, words), shown }).map((row) =>
    row.kind === "unit" ? `${row.level}${row.unit.id}${row.open ? "-" : row.children ? "+" : ""}` : `more ${row.left}`,
  );

test("siblings by name, numbers as numbers; only what is open", () => {
  expect(drawn(["r"])).toEqual(["0r-", "1b2+", "1b10"]);
  expect(drawn(["r", "b2"])).toEqual(["0r-", "1b2-", "2t", "1b10"]);
  expect(drawn([])).toEqual(["0r+"]);
});

test("words find name, code or supervisor and open the way there", () => {
  expect(drawn([], "jo sm")).toEqual(["0r-", "1b2-", "2t"]);
  expect(drawn([], "B10")).toEqual(["0r-", "1b10"]);
  expect(drawn([], "nothing")).toEqual([]);
});

test("children come in pages", () => {
  expect(drawn(["r"], "", new Map([["r", 1]]))).toEqual(["0r-", "1b2+", "more 1"]);
});

test("people of a unit are those of its teams, as far as they are given", () => {
  const { people } = indexTree([
    ...UNITS,
    unit("u", "b2", { kind: "team", headcount: 7 }),
    unit("v", "r", { headcount: 2 }),
  ]);
  expect(Object.fromEntries(people)).toEqual({ u: 7, b2: 7, v: 2, r: 9 });
});

test("what stands above", () => expect(namesAbove(index, UNITS[3]!)).toEqual(["Council", "Ward 2"]));

test.each([
  [[], "There are no units yet"],
  [[unit("a", "r")], "1 unit and no teams yet"],
  [UNITS, "1 team in 2 units, each team with a supervisor"],
  [[...UNITS, unit("u", "b2", { kind: "team" })], "2 teams in 2 units; one team has no supervisor"],
])("the first sentence", (units, words) => expect(structureFinding(units)).toBe(words));
