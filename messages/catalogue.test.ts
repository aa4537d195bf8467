import { describe, expect, test } from "vitest";
import { CY } from "./cy.ts";
import { EN, type Message, type MessageKey } from "./en.ts";

const KEYS = Object.keys(EN) as MessageKey[];
const formsOf = (message: Message): Record<string, string> =>
  typeof message === "string" ? { other: message } : (message as Record<string, string>);
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe("both catalogues say the same things", () => {
  test("keys", () => expect(Object.keys(CY)).toEqual(KEYS));

  test.each(KEYS)("%s", (key) => {
    const expected = holes(formsOf(EN[key]).other ?? "");
    for (const text of [...Object.values(formsOf(EN[key])), ...Object.values(formsOf(CY[key].text))]) {
      expect(text.trim()).not.toBe("");
      expect(holes(text)).toEqual(expected);
    }
    expect(typeof EN[key] === "string").toBe(typeof CY[key].text === "string");
    expect(CY[key].text).not.toBe(EN[key]);
  });
});

test("a message with a count has every form of its language", () => {
  const formsIn = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
  expect(formsIn("cy")).toHaveLength(6);
  const counted = KEYS.filter((key) => typeof EN[key] !== "string");
  expect(counted).toContain("pulseIntro");
  for (const key of counted) {
    expect(Object.keys(EN[key]).toSorted()).toEqual(formsIn("en-GB"));
    expect(Object.keys(CY[key].text).toSorted()).toEqual(formsIn("cy"));
  }
});

test("what a machine drafted is marked, and nothing is confirmed by accident", () => {
  expect(KEYS.filter((key) => !CY[key].drafted)).toEqual([]);
});
