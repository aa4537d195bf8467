import { describe, expect, test } from "vitest";
import { draftFor, readDraft } from "./draft.ts";

const FILE = { fileName: "figures.csv", content: "YQ==" };

describe("a first guess from the header", () => {
  test.each([
    [["dept", "units", "eei"], ["BIS", "17", "54.0"], { unitColumn: "dept", valueColumn: "units", yearColumn: "" }],
    [
      ["Year", "unit_code", "note", "value"],
      ["2025", "A1", "x", "82%"],
      { unitColumn: "unit_code", valueColumn: "value", yearColumn: "Year" },
    ],
    [["a", "b"], ["x", "y"], { unitColumn: "a", valueColumn: "", yearColumn: "" }],
    [[], [], { unitColumn: "", valueColumn: "", yearColumn: "" }],
  ])("%j", (columns, sample, guess) => {
    expect(draftFor(columns, sample)).toMatchObject(guess);
  });
});

describe("the draft as it is sent", () => {
  const whole = {
    ...draftFor(["unit", "value"], ["A1", "4"]),
    year: "2013",
    title: "Engagement index",
    source: "People Survey",
    licence: "OGL",
  };

  test("whole", () => {
    expect(readDraft(whole, FILE)).toMatchObject({ upload: { year: 2013, yearColumn: null, unitColumn: "unit" } });
  });

  test("a column of years goes before a year", () => {
    expect(readDraft({ ...whole, yearColumn: "year" }, FILE)).toMatchObject({
      upload: { year: null, yearColumn: "year" },
    });
  });

  test("what is missing is said by field", () => {
    const problems = { title: expect.any(String), licence: expect.any(String), year: expect.any(String) };
    expect(readDraft({ ...whole, title: " ", licence: "", year: "" }, FILE)).toEqual({ problems });
    expect(readDraft({ ...whole, year: "MMXIII" }, FILE)).toMatchObject({ problems: { year: "Enter a year." } });
  });
});
