import { expect, test } from "vitest";
import { withoutWords } from "./rules.ts";

test.each([
  ["Ask Ann Lee. ann  lee knows.", "Ann Lee", "Ask [taken out]. [taken out] knows."],
  ["Costs £5 (or $5)?", "(or $5)", "Costs £5 [taken out]?"],
  ["One\nline, another", "line, another", "One\n[taken out]"],
  ["Nothing here", "Ann", null],
  ["Nothing here", "   ", null],
])("%j without %j", (note, words, left) => expect(withoutWords(note, words)).toBe(left));

test("a note that would grow over its length goes altogether", () =>
  expect(withoutWords("a".repeat(1000), "a")).toBe("[taken out]"));
