import { describe, expect, test } from "vitest";
import { csvLine, factsInWords } from "./rules.ts";

describe("a line of CSV", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+44 20 7946 0000", "'+44 20 7946 0000"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tcmd", "'\tcmd"],
    [" =1+1", "' =1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["a=b", "a=b"],
    ["Housing", "Housing"],
    ["", ""],
    [null, ""],
  ])("%j is written as %j", (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });

  test("commas, quotes and line ends are quoted, after they were made harmless", () => {
    expect(csvLine(['=HYPERLINK("x","y")', "a,b", "two\nlines"])).toBe(
      '"\'=HYPERLINK(""x"",""y"")","a,b","two\nlines"\r\n',
    );
  });
});

test("facts read as a sentence of pairs", () => {
  expect(factsInWords({ name: "Housing", k: 5, parent: null })).toBe("name: Housing; k: 5; parent: none");
  expect(factsInWords(null)).toBe("");
});
