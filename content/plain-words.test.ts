import { describe, expect, test } from "vitest";
import { ASPECT_HELP } from "./aspect-help.ts";
import { CALL_SENTENCES, FLAG_WORDS, ORDER_REASONS, RULE_DOES_NOT_DECIDE, SIGNAL_WORDS } from "./call-words.ts";
import { countSyllables, countWords, lintStatement, lintText, readingAge } from "./plain-words.ts";
import { ASPECT_NAMES, STATEMENTS } from "./statements.ts";

const rules = (text: string, words?: number) => lintText(text, { words }).map(({ rule }) => rule);

describe("reading age", () => {
  test.each([
    ["team", 1],
    ["done", 1],
    ["asked", 1],
    ["needed", 2],
    ["table", 2],
    ["changes", 2],
    ["times", 1],
    ["year", 1],
    ["purpose", 2],
    ["uncertainty", 4],
    ["organisation", 5],
  ])("%s has %i syllables", (word, count) => expect(countSyllables(word)).toBe(count));

  test("by the formula: six words in one sentence, seven syllables", () => {
    // 0.39 x 6 + 11.8 x 7 / 6 - 15.59 + 5
    expect(readingAge("We will meet here again soon.")).toBeCloseTo(2.34 + 13.7667 - 10.59, 3);
    expect(readingAge("")).toBe(0);
  });

  test("two sentences read more easily than the same words in one", () => {
    expect(readingAge("We meet on Monday. We plan the week.")).toBeLessThan(
      readingAge("We meet on Monday, we plan the week."),
    );
  });
});

describe("planted breaches are found", () => {
  test.each([
    ["slogan", "Go the extra mile for the people we serve."],
    ["slogan", "Let us think outside-the-box on this one."],
    ["slogan", "A world-class team meets every week."],
    ["trait_word", "Be charismatic when you tell them."],
    ["trait_word", "A natural leader says this first."],
    ["trait_word", "Talk to the lazy ones alone."],
    ["shouting", "Say it today!"],
    ["shouting", "Say it TODAY to all."],
    ["reading_age", "Operationalise organisational priorities utilising multidisciplinary collaboration."],
    [
      "sentence",
      "We go to the place and we look at the work and we talk to the people who do it and then we go back and plan it all again.",
    ],
  ])("%s: %s", (rule, text) => expect(rules(text)).toEqual([rule]));

  test("length, one word beyond", () => {
    expect(rules("one two three four five", 5)).toEqual([]);
    expect(rules("one two three four five six", 5)).toEqual(["length"]);
  });

  test("a word inside another is no slogan", () => {
    expect(rules("The herons unlocked the leveraged door at pacey speed.")).toEqual([]);
  });
});

describe("local statements pass the same lint", () => {
  test.each(Object.values(STATEMENTS))("$code as it is", ({ member, supervisor }) => {
    expect([...lintStatement(member), ...lintStatement(supervisor)]).toEqual([]);
  });

  test.each([
    ["sentence", "I know what to do. I do it."],
    ["length", "I know what I have to do on each day of the week and I know whom I can ask for help too."],
    ["trait_word", "My team leader is inspiring."],
  ])("%s: %s", (rule, text) => expect(lintStatement(text).map((finding) => finding.rule)).toEqual([rule]));
});

describe("the words around the call", () => {
  const texts = [
    ...Object.values(CALL_SENTENCES),
    ...Object.values(ORDER_REASONS),
    RULE_DOES_NOT_DECIDE,
    ...Object.values(SIGNAL_WORDS).flatMap(({ marked, calm, ifMarked, ifCalm }) => [marked, calm, ifMarked, ifCalm]),
    ...Object.values(FLAG_WORDS).flatMap(({ ifSet, ifNot }) => [ifSet, ifNot]),
    ...ASPECT_HELP,
  ];
  test.each(texts)("%s", (text) => expect(lintText(text, { words: 30 })).toEqual([]));

  test("both sides are said at the same length", () => {
    for (const [a, b] of [
      [CALL_SENTENCES.lead, CALL_SENTENCES.manage],
      [CALL_SENTENCES.lead_then_manage, CALL_SENTENCES.manage_then_lead],
      [ORDER_REASONS.engagement, ORDER_REASONS.delivery],
    ] as const) {
      expect(Math.abs(countWords(a) - countWords(b))).toBeLessThanOrEqual(6);
    }
  });

  test("one line for each aspect, half of it meaning and half structure", () => {
    expect(ASPECT_HELP).toHaveLength(ASPECT_NAMES.length);
    expect(ASPECT_HELP[3]).toContain("reason");
    for (const line of ASPECT_HELP) expect(line.split(". ")).toHaveLength(2);
  });
});
