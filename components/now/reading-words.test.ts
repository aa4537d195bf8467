import { expect, test } from "vitest";
import { HIDDEN, row, value } from "#components/charts/risk/fixtures.ts";
import { readingSentence } from "./reading-words.ts";

test.each([
  [null, null, null],
  [row("a", HIDDEN, HIDDEN), null, null],
  [row("a", value(20), value(30)), null, "Steady. Engagement risk 20, delivery risk 30, 84 answers."],
  [
    row("a", value(46), value(36)),
    "near the line on structure",
    "Busy but unsure, near the line on structure. Engagement risk 46, delivery risk 36, 84 answers.",
  ],
])("the last reading %#", (given, near, text) => expect(readingSentence({ row: given, near })).toBe(text));
