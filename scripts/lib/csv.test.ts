import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test.each([
  [["A1", 3, true, null], "A1,3,true,"],
  [['Housing, "repairs"'], '"Housing, ""repairs"""'],
  [["=HYPERLINK(1)"], "'=HYPERLINK(1)"],
  [["@cmd", "+1", "-2"], "'@cmd,'+1,'-2"],
  [["two\nlines"], '"two\nlines"'],
  [[-2.5], "-2.5"],
])("%j reads %s", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
