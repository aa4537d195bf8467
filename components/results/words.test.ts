import { describe, expect, test } from "vitest";
import { HIDDEN, NOT_ASKED, row, table, value } from "#components/charts/risk/fixtures.ts";
import {
  againstSentence,
  answerWords,
  chanceSentence,
  changeSentence,
  figuresOf,
  gapSentence,
  hiddenSentence,
  unitFinding,
  waitingFor,
  waveLine,
  wholeOf,
} from "./words.ts";

test.each([
  [null, "Autumn 2026"],
  [{ answers: null, participation: null }, "Autumn 2026"],
  [{ answers: 1, participation: null }, "Autumn 2026, 1 answer"],
  [{ answers: 1351, participation: 65 }, "Autumn 2026, 1,351 answers (about 65% of those invited)"],
  [{ answers: 84, participation: 90 }, "Autumn 2026, 84 answers (90% or more of those invited)"],
])("line under the title %j", (given, text) => expect(waveLine("Autumn 2026", given)).toBe(text));

describe("the finding of a unit", () => {
  test.each([
    [row("Parking", value(20), value(20)), null, "Parking is steady"],
    [
      row("Parking", value(45), value(20)),
      "near the line on meaning",
      "Parking is busy but unsure: short of meaning, near the line on meaning",
    ],
    [row("Parking", value(20), value(45)), null, "Parking is inspired but unreliable: short of structure"],
    [row("Parking", value(45), value(45)), null, "Parking is drifting: short of meaning and of structure"],
    [row("Parking", HIDDEN, HIDDEN), null, "Parking is not shown in this wave"],
    [row("Parking", NOT_ASKED, NOT_ASKED), null, "Parking has no answers in this wave"],
    [null, null, "No results yet for Parking"],
  ])("%#", (given, near, text) => expect(unitFinding("Parking", given, near)).toBe(text));
});

test.each([
  [value(40, { againstOrganisation: 6 }), "6 points above Eastmoor."],
  [value(40, { againstOrganisation: -1 }), "1 point below Eastmoor."],
  [value(40, { againstOrganisation: 0 }), "The same as Eastmoor."],
  [value(40, { againstOrganisation: null }), null],
  [HIDDEN, null],
])("beside the organisation %#", (cell, text) => expect(againstSentence(cell, "Eastmoor")).toBe(text));

test("the reader's part as one row", () => {
  const one = row("Homes", value(30), value(30));
  expect(wholeOf(table([one]))?.name).toBe("Homes");
  const two = [row("Homes", value(30), value(30)), row("Parks", value(30), value(30))];
  expect(wholeOf(table(two))).toBeNull();
  const below = table(two.map((r) => ({ ...r, parentId: "Eastmoor Council" })));
  expect(wholeOf(below)?.name).toBe("Eastmoor Council");
});

test("figures in one line, nothing of what is not shown", () => {
  expect(figuresOf(row("a", value(36), value(31)))).toBe("engagement risk 36, delivery risk 31, 84 answers");
  expect(figuresOf(row("a", HIDDEN, HIDDEN))).toBe("");
});

test.each([
  [["Rough sleeping"], "Rough sleeping is not shown: too few responses, or needed to protect a nearby team."],
  [["Voids", "Income"], "Voids and Income are not shown: too few responses, or needed to protect a nearby team."],
])("not shown: %j", (names, text) => expect(hiddenSentence(names)).toBe(text));

test("a change in words", () => {
  const change = { unitId: "u", name: "u", was: 41, now: 33, difference: -8 };
  expect(changeSentence({ ...change, axis: "direction" })).toBe("engagement risk down by 8, from 41 to 33");
  expect(changeSentence({ ...change, axis: "delivery", difference: 8 })).toBe("delivery risk up by 8, from 41 to 33");
});

test.each([
  [
    "supervisor_higher" as const,
    "Your team sees more risk on meaning than you do (46; you said 28). Most people see their own team more kindly. Ask: “What am I missing?”",
  ],
  [
    "supervisor_lower" as const,
    "You see more risk on meaning than your team does (46; you said 28). Ask: “What goes better than I think?”",
  ],
  ["about_the_same" as const, "You and your team see about the same on meaning (46; you said 28)."],
  [null, null],
])("gap %s", (band, text) => expect(gapSentence(band, "meaning", value(46), 28)).toBe(text));

test.each([
  [null, "No wave has been planned"],
  [{ label: "Autumn", stage: "planned" as const }, "Autumn is planned. Results come after it has closed."],
  [{ label: "Autumn", stage: "open" as const }, "Results after Autumn has closed, not before."],
  [{ label: "Autumn", stage: "closed" as const }, "Autumn has closed. Its results are being checked."],
])("waiting %j", (next, words) => expect(waitingFor(next).words).toBe(words));

test.each([
  ["D1", 1, "Strongly disagree"],
  ["D6", 4, "Agree"],
  ["E1", 1, "Never"],
  ["E5", 5, "Always"],
  ["D2", 0, "Does not apply"],
  ["E3", null, "Left blank"],
] as const)("the answer to %s, %j, in words", (code, answer, words) => expect(answerWords(code, answer)).toBe(words));

test.each([
  [1, 0.1, "Of the one change named in the whole organisation, fewer than one is expected to be false."],
  [10, 1, "Of the 10 changes named in the whole organisation, 1 or fewer is expected to be false."],
  [24, 2.4, "Of the 24 changes named in the whole organisation, 3 or fewer are expected to be false."],
])("%s changes, %s of them by chance", (named, falseExpected, words) => {
  expect(chanceSentence({ named, falseExpected })).toBe(`Some changes look clear by chance. ${words}`);
});
