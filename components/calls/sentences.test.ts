import { expect, test } from "vitest";
import { countsSentence, planWords } from "./sentences.ts";

test.each([
  [[], 0, "No call yet."],
  [[], 1, "1 team has no call that holds."],
  [
    [
      { call: "lead", teams: 4 },
      { call: "manage_then_lead", teams: 3 },
    ] as const,
    2,
    "4 lead; 3 manage, then lead. 2 teams have no call that holds.",
  ],
])("calls as counts %#", (counts, without, words) => {
  expect(countsSentence({ counts: [...counts], without })).toBe(words);
});

test.each([
  [null, "None"],
  [{ open: 1, overdue: 0 }, "1 action open"],
  [{ open: 3, overdue: 2 }, "3 actions open, 2 overdue"],
])("a plan for the line %#", (plan, words) => {
  expect(planWords(plan)).toBe(words);
});
