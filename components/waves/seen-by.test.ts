import { expect, test } from "vitest";
import { seenBy } from "./seen-by.ts";

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
