import { expect, test } from "vitest";
import { PLAYBOOKS, PlaybookStep } from "#contracts/plans.ts";
import { countWords, lintText } from "./plain-words.ts";
import { FOLLOW_UP_WORDS, MISMATCH_WORDS } from "./plan-words.ts";
import { PLAYBOOK_STEP_WORDS, PLAYBOOK_WORDS } from "./playbooks.ts";

const TEXTS = [
  ...Object.values(FOLLOW_UP_WORDS),
  ...Object.values(MISMATCH_WORDS),
  ...PLAYBOOKS.flatMap((name) => Object.values(PLAYBOOK_WORDS[name])),
  ...PlaybookStep.options.flatMap((step) => [PLAYBOOK_STEP_WORDS[step].title, PLAYBOOK_STEP_WORDS[step].how]),
];

test.each(TEXTS)("%s", (text) => expect(lintText(text, { words: 30 })).toEqual([]));

test("a notice is as long on one side as on the other", () => {
  expect(Math.abs(countWords(MISMATCH_WORDS.lead) - countWords(MISMATCH_WORDS.manage))).toBeLessThanOrEqual(1);
});

test("whatever changed, it is not said that the action did it; and without a change nothing is claimed", () => {
  for (const verdict of ["improved", "worse"] as const) expect(FOLLOW_UP_WORDS[verdict]).toContain("does not show");
  for (const verdict of ["no_clear_change", "too_few_answers"] as const) {
    expect(FOLLOW_UP_WORDS[verdict]).not.toMatch(/improved|worse|right|wrong/i);
  }
});
