import { describe, expect, test } from "vitest";
import { findRows, type Line, readFigure } from "./rules.ts";

describe("a figure as it is published", () => {
  test.each([
    ["54", 54],
    ["54.0", 54],
    [" 3.4545454545454546 ", 3.4545454545454546],
    ["3,5", 3.5],
    ["61%", 61],
    ["61 %", 61],
    ["-1", -1],
    ["1,234.5", null],
    ["n/a", null],
    ["", null],
    ["1e3", null],
    ["5 of 5", null],
  ])("%j is %s", (text, value) => {
    expect(readFigure(text)).toBe(value);
  });
});

const UNITS = [
  { id: "1", code: "BIS", name: "Business" },
  { id: "2", code: "CO", name: "Cabinet Office" },
  { id: "3", code: "X1", name: "Twins" },
  { id: "4", code: "X2", name: "Twins" },
];
const line = (unit: string, value: string, year: string | number = 2013, at = 2): Line => ({
  line: at,
  unit,
  value,
  year,
});
const find = (lines: Line[], stored = new Map<string, number>()) => findRows(lines, UNITS, stored, "%");

describe("rows", () => {
  test("by code or by name, whatever the case; what is kept now stands beside it", () => {
    expect(find([line("bis", "54"), line("cabinet office", "61")], new Map([["1 2013", 52]])).rows).toEqual([
      { unitId: "1", name: "Business", year: 2013, value: 54, was: 52 },
      { unitId: "2", name: "Cabinet Office", year: 2013, value: 61, was: null },
    ]);
  });

  test("a code goes before a name, and a name that two units share finds neither", () => {
    expect(find([line("X1", "50")]).rows).toMatchObject([{ unitId: "3" }]);
    expect(find([line("Twins", "50"), line("Twins", "51"), line("DWP", "52")])).toMatchObject({
      rows: [],
      unknown: ["Twins", "DWP"],
    });
  });

  test("an empty value is counted and nothing else", () => {
    expect(find([line("BIS", " ")])).toEqual({ rows: [], empty: 1, unknown: [], problems: [] });
  });

  test.each([
    ["not a figure", line("BIS", "good"), "“good” is not a figure."],
    ["off its scale", line("BIS", "101"), "101 is not between 0 and 100."],
    ["not a year", line("BIS", "50", "2013/14"), "“2013/14” is not a year."],
    ["a year before all", line("BIS", "50", 1989), "“1989” is not a year."],
  ])("%s is said with its row", (_, wrong, message) => {
    expect(find([wrong])).toMatchObject({ rows: [], problems: [{ row: 2, message }] });
  });

  test("the ends of the scale are on it", () => {
    expect(find([line("BIS", "0"), line("CO", "100")]).rows).toHaveLength(2);
  });

  test("one unit and year twice: the second is a problem, not the last word", () => {
    expect(find([line("BIS", "50"), line("Business", "60", 2013, 9)])).toMatchObject({
      rows: [{ value: 50 }],
      problems: [{ row: 9, message: "Business 2013 stands in row 2 already." }],
    });
  });
});
