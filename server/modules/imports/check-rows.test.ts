import { describe, expect, test } from "vitest";
import type { ImportOptions } from "#contracts/imports.ts";
import type { LiveUnit } from "#server/modules/waves/index.ts";
import { checkRows } from "./check-rows.ts";
import { BLANK, gradeReader } from "./grades.ts";
import { optionProblems, shownFileName } from "./rules.ts";
import { readMappingFile, suggestMapping } from "./suggest-mapping.ts";
import { unitIndex } from "./unit-index.ts";

const unit = (code: string, name: string, path: string[]): LiveUnit => ({
  id: path.at(-1)!,
  code,
  name,
  kind: "unit",
  path,
  headcount: null,
  parentId: path.at(-2) ?? null,
});
const UNITS = [
  unit("ORG", "Council", ["r"]),
  unit("HOU", "Housing", ["r", "h"]),
  unit("REP", "Repairs", ["r", "h", "p"]),
  unit("PLA", "Planning", ["r", "l"]),
  unit("PLR", "Repairs", ["r", "l", "q"]),
];
const CODES = ["D1", "D2", "D3", "D4", "D5", "D6", "E1", "E2", "E3", "E4", "E5", "E6"];
const HEADINGS = ["id", "unit", "parent", ...CODES];
const OPTIONS: ImportOptions = {
  unit: 1,
  unitBy: "code",
  parent: 2,
  respondent: 0,
  statements: CODES.map((_, i) => i + 3),
  lowest: 1,
  words: null,
  reversed: false,
  notApplicable: ["NA"],
  label: "Autumn",
  closedOn: "2025-11-30",
};
const GOOD = new Array(12).fill("3");

function check(rows: string[][], changes: Partial<ImportOptions> = {}) {
  const options = { ...OPTIONS, ...changes };
  const run = checkRows(options, HEADINGS, unitIndex(UNITS, options.unitBy));
  rows.forEach((row, i) => {
    run.add(i + 2, row);
  });
  return run.finish(5);
}

describe("a row", () => {
  test.each<[string, string[], string | null, string | null]>([
    ["right", ["1", "REP", "HOU", ...GOOD], null, null],
    ["right, however it is written", ["1", " rep ", "", ...GOOD], null, null],
    ["directly in the larger unit", ["1", "", "HOU", ...GOOD], null, null],
    ["the unit is the larger unit", ["1", "HOU", "HOU", ...GOOD], null, null],
    ["too short", ["1", "REP"], "wrong_width", null],
    ["too long", ["1", "REP", "HOU", ...GOOD, "3"], "wrong_width", null],
    ["no unit", ["1", "", " ", ...GOOD], "empty_unit", "unit"],
    ["unknown unit", ["1", "=1+1", "HOU", ...GOOD], "unknown_unit", "unit"],
    ["unknown larger unit", ["1", "REP", "XXX", ...GOOD], "unknown_unit", "parent"],
    ["wrong larger unit", ["1", "REP", "PLA", ...GOOD], "wrong_parent", "parent"],
    ["no id", [" ", "REP", "HOU", ...GOOD], "empty_id", "id"],
    ["too high", ["1", "REP", "HOU", "6", ...GOOD.slice(1)], "out_of_range", "D1"],
    ["too low", ["1", "REP", "HOU", "0", ...GOOD.slice(1)], "out_of_range", "D1"],
    ["between grades", ["1", "REP", "HOU", "3.77", ...GOOD.slice(1)], "out_of_range", "D1"],
    ["not a grade", ["1", "REP", "HOU", "1e0", ...GOOD.slice(1)], "out_of_range", "D1"],
  ])("%s", (_name, row, kind, column) => {
    const { report } = check([row]);
    expect(report.errors).toEqual(kind === null ? [] : [{ row: 2, column, kind }]);
    expect(report.rowsWithErrors).toBe(kind === null ? 0 : 1);
    expect(JSON.stringify(report)).not.toMatch(/3\.77|1\+1|1e0/);
  });

  test("the same id twice, and two units of one name", () => {
    const { report } = check([
      ["a", "REP", "", ...GOOD],
      ["b", "REP", "", ...GOOD],
      ["a ", "REP", "", ...GOOD],
    ]);
    expect(report.errors).toEqual([{ row: 4, column: "id", kind: "duplicate_id" }]);
    expect(check([["a", "Repairs", "", ...GOOD]], { unitBy: "name" }).report.errors[0]?.kind).toBe("ambiguous_unit");
    expect(check([["a", "planning", "", ...GOOD]], { unitBy: "name" }).report.errors).toEqual([]);
  });

  test("counts: who counts, which units, what was answered; a hundred errors are told, all are counted", () => {
    const rows = [
      ...Array.from({ length: 6 }, (_, i) => [`h${i}`, "HOU", "", ...GOOD]),
      ["few", "PLA", "", "3", "3", "NA", "", "", "", ...new Array(6).fill("3")],
    ];
    const { report, units, answers } = check(rows);
    expect(report).toMatchObject({ respondents: 7, counted: 6, unitsMatched: 2, unitsWithout: 2, unitsTooSmall: 0 });
    expect(report.answered).toEqual([7, 7, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7]);
    expect([...units]).toEqual([1, 1, 1, 1, 1, 1, 3]);
    expect([...answers.subarray(72, 84)]).toEqual([3, 3, 0, BLANK, BLANK, BLANK, 3, 3, 3, 3, 3, 3]);
    const many = check(Array.from({ length: 300 }, (_, i) => [String(i), "NO", "", ...GOOD]));
    expect(many.report.errors).toHaveLength(100);
    expect(many.report.errorTotals).toEqual({ unknown_unit: 300 });
  });
});

describe("grades", () => {
  test.each<[Partial<ImportOptions>, string, number]>([
    [{}, "1", 1],
    [{}, "5.0", 5],
    [{}, "4,00", 4],
    [{}, "", BLANK],
    [{}, "na", 0],
    [{}, "-1", -1],
    [{ lowest: 0 }, "0", 1],
    [{ lowest: 0 }, "5", -1],
    [{ reversed: true }, "1", 5],
    [{ words: ["never", "rarely", "sometimes", "mostly", "always"] }, " Mostly ", 4],
    [{ words: ["never", "rarely", "sometimes", "mostly", "always"], reversed: true }, "never", 5],
    [{ words: ["never", "rarely", "sometimes", "mostly", "always"] }, "3", -1],
  ])("%j: %s is %i", (changes, value, grade) => {
    const read = gradeReader({ ...OPTIONS, ...changes });
    expect([read(value), read(value)]).toEqual([grade, grade]);
  });
});

describe("guessing columns", () => {
  const [byCode, byName] = [unitIndex(UNITS, "code"), unitIndex(UNITS, "name")];
  test("the deepest level is the unit, the one above it the larger unit", () => {
    const headings = ["Response ID", "Directorate", "Section", "D1", "e6", "Q7"];
    const guess = suggestMapping(headings, [["9", "HOU", "REP", "0", "4", "3"]], byCode, byName);
    expect(guess).toMatchObject({ respondent: 0, parent: 1, unit: 2, unitBy: "code", lowest: 0 });
    expect(guess.statements[0]).toBe(3);
    expect(guess.statements[11]).toBe(4);
    expect(suggestMapping(["team", "x"], [["Housing", "1"]], byCode, byName)).toMatchObject({
      unit: 0,
      unitBy: "name",
    });
    expect(suggestMapping(["team_code", "x"], [], byCode, byName)).toMatchObject({ unit: 0, respondent: null });
  });

  test("a mapping file, with what is wrong in it", () => {
    expect(readMappingFile("\ufeffcolumn;statement\nQ7;d2\n", ["Q7", "x"]).statements[1]).toBe(0);
    expect(readMappingFile("statement,column\nD1,Q8\nZ1,Q7\n", ["Q7"]).problems).toHaveLength(2);
    for (const text of ["", "x", "\0", `"${"a".repeat(5000)}`]) {
      expect(readMappingFile(text, ["Q7"]).problems).toHaveLength(1);
    }
  });
});

test.each<[Partial<ImportOptions>, string[]]>([
  [{}, []],
  [{ unit: 99 }, ["unit"]],
  [{ parent: 1 }, ["parent"]],
  [{ statements: [3, 4, null, null, null, null, 9, 10, 11, null, null, null] }, ["D1"]],
  [{ words: ["a", "A", "b", "c", "d"] }, ["words"]],
  [{ words: ["a", "na", "b", "c", "d"] }, ["notApplicable"]],
])("choice %j has problems with %j", (changes, fields) => {
  expect(Object.keys(optionProblems({ ...OPTIONS, ...changes }, HEADINGS))).toEqual(fields);
});

test.each([
  ["a.csv", "a.csv"],
  ["D:\\exports\\a.csv", "a.csv"],
  ["../../etc/passwd", "passwd"],
  ["a\u202e\u0000b.csv", "ab.csv"],
  ["/", "file"],
])("the file %j is shown as %s", (given, shown) => {
  expect(shownFileName(given)).toBe(shown);
});
