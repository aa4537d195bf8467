import { expect, test } from "vitest";
import { openRows, seenBy } from "./seen-by.ts";

const unit = (unitId: string, parentId: string | null, answers: number | null, isTeam = false) => ({
  unitId,
  parentId,
  name: unitId,
  isTeam,
  depth: 0,
  engagementRisk: answers === null ? null : 30,
  deliveryRisk: answers === null ? null : 40,
  answers,
});
const UNITS = [
  unit("all", null, 40),
  unit("housing", "all", null),
  unit("repairs", "housing", 12, true),
  unit("lettings", "housing", null, true),
  unit("planning", "all", 9),
];

test.each([
  ["all", "1 of 2 teams below all", ["all", "housing", "repairs", "lettings", "planning"]],
  ["housing", "1 of 2 teams below housing", ["housing", "repairs", "lettings"]],
  ["repairs", "sees its own result", ["repairs"]],
  ["lettings", "sees all, labelled as such", ["lettings", "all"]],
  ["nowhere", "", []],
])("%s", (unitId, words, rows) => {
  const seen = seenBy(UNITS, unitId);
  expect(seen.words).toContain(words);
  expect(seen.rows.map((u) => u.unitId)).toEqual(rows);
});

test("a leader's rows start with the top of the tree and open on demand", () => {
  const rows = UNITS.map((u) => ({ ...u, depth: u.unitId === "all" ? 0 : u.isTeam ? 2 : 1 }));
  const seen = (...opened: string[]) =>
    openRows(rows, new Set(opened)).map((r) => [r.unit.unitId, r.level, r.expandable, r.expanded]);
  expect(seen("all")).toEqual([
    ["all", 1, true, true],
    ["housing", 2, true, false],
    ["planning", 2, false, false],
  ]);
  expect(seen("all", "housing").map(([id]) => id)).toEqual(["all", "housing", "repairs", "lettings", "planning"]);
  // What stands below a closed unit stays closed, though it was opened itself.
  expect(seen("housing")).toEqual([["all", 1, true, false]]);
  // A branch is the top of its own page.
  expect(openRows(rows.slice(1, 4), new Set(["housing"])).map((r) => r.level)).toEqual([1, 2, 2]);
});
