import { expect, test } from "vitest";
import { change, HIDDEN, NO_ANSWERS, NOT_ASKED, row, table, value } from "./fixtures.ts";
import { findingSentence, furthest, worseAxis } from "./finding.ts";
import {
  againstText,
  cellFacts,
  changeSign,
  changeWords,
  countWords,
  figureText,
  LEGEND_STEPS,
  riskStep,
  shortFigure,
} from "./risk.ts";

test.each([
  [0, 1],
  [24, 1],
  [25, 2],
  [31, 2],
  [32, 3],
  [39, 3],
  [40, 4],
  [49, 4],
  [50, 5],
  [100, 5],
])("risk %i is step %i", (risk, step) => expect(riskStep(risk)).toBe(step));

test("the legend prints the breaks", () =>
  expect(LEGEND_STEPS.map((step) => step.label)).toEqual(["under 25", "25–31", "32–39", "40–49", "50 and over"]));

test.each([
  ["value", value(46), "46", "46"],
  ["limit above", value(80, { limit: "or_more" }), "80 or more", "80+"],
  ["limit below", value(20, { limit: "or_less" }), "20 or less", "≤20"],
  ["hidden", HIDDEN, "", ""],
  ["not asked", NOT_ASKED, "", ""],
  ["no answers", NO_ANSWERS, "–", "–"],
] as const)("figure: %s", (_, cell, long, short) => {
  expect(figureText(cell)).toBe(long);
  expect(shortFigure(cell)).toBe(short);
});

test.each([
  [6, "+6"],
  [0, "0"],
  [-4, "−4"],
  [null, "46"],
])("against the organisation %s -> %s", (by, text) =>
  expect(againstText(value(46, { againstOrganisation: by }))).toBe(text),
);

test.each([
  ["first wave", null, null, null],
  ["up", change("significant", 9, 31), "up", "Spring 2026 31: clearly up by 9"],
  ["down", change("significant", -9, 55), "down", "Spring 2026 55: clearly down by 9"],
  ["level", change("no_clear_change", 2, 44), "level", "Spring 2026 44: no clear change"],
  ["not tested", change("not_tested", null, null), "untested", "Spring 2026: change not tested"],
  ["not tested, known", change("not_tested", null, 44), "untested", "Spring 2026 44: change not tested"],
] as const)("change: %s", (_, given, sign, words) => {
  expect(changeSign(given)).toBe(sign);
  expect(changeWords(given)).toBe(words);
});

test("facts of a figure, in reading order", () =>
  expect(cellFacts(value(46, { change: change("no_clear_change", 2, 44) }), "meaning", 84)).toEqual([
    "46, likely 39–53",
    "Near the line on meaning",
    "13 above the organisation",
    "84 answers",
    "Spring 2026 44: no clear change",
  ]));

test("no interval, one answer, at the organisation's level", () =>
  expect(
    cellFacts(value(20, { low: null, high: null, againstOrganisation: 0, nearLine: false }), "structure", 1),
  ).toEqual(["20", "1 answer"]));

test.each([
  [
    [14, 16],
    ["fourteen", "sixteen"],
  ],
  [
    [0, 3],
    ["none", "three"],
  ],
  [
    [14, 140],
    ["14", "140"],
  ],
])("%j in words", (counts, words) => expect(countWords(...counts)).toEqual(words));

test("the worse axis decides, never a mean", () => {
  expect(worseAxis(row("a", value(50), value(10)))).toBe(50);
  expect(worseAxis(row("a", value(31), value(31)))).toBe(31);
  expect(worseAxis(row("a", HIDDEN, value(12)))).toBe(12);
  expect(worseAxis(row("a", HIDDEN, NO_ANSWERS))).toBeNull();
});

const steady = (count: number) => Array.from({ length: count }, (_, i) => row(`s${i}`, value(30), value(30)));

test("when over 80% share a state, the sentence compares", () => {
  const rows = [...steady(14), row("Housing repairs", value(46), value(33)), row("Parking", value(33), value(41))];
  expect(findingSentence(table(rows, { compareWithOrganisation: true }))).toBe(
    "Fourteen of sixteen are steady. Furthest from the rest: Housing repairs, on meaning",
  );
});

test.each([
  ["nothing", [], {}, "No results yet"],
  ["one", [row("Parking", value(45), value(20))], {}, "Parking is short of meaning"],
  [
    "all hidden",
    [row("a", HIDDEN, HIDDEN), row("b", HIDDEN, HIDDEN)],
    {},
    "Not shown: too few responses, or needed to protect a nearby team",
  ],
  ["all share", steady(3), { compareWithOrganisation: true }, "All three are steady"],
  [
    "a mixture",
    [
      ...steady(2),
      row("m", value(45), value(20)),
      row("t", value(20), value(45)),
      row("u", value(20), value(45)),
      row("b", value(45), value(45)),
    ],
    {},
    "Two of six are steady; one is short of meaning, two of structure and one of both",
  ],
  [
    "none steady",
    [row("m", value(45), value(20)), row("n", value(45), value(20))],
    {},
    "None of two is steady; two are short of meaning",
  ],
  [
    "supervisors are not set apart",
    [...steady(9), row("Parking", value(60), value(20))],
    { compareWithOrganisation: true, view: "supervisors" },
    "As supervisors see it: nine of ten are steady",
  ],
  [
    "counted",
    [
      row("a", HIDDEN, HIDDEN, { counted: value(52) }),
      row("b", HIDDEN, HIDDEN, { counted: value(12) }),
      row("c", HIDDEN, HIDDEN),
    ],
    { view: "counted" },
    "Counted delivery risk is 40 or more in one of two",
  ],
  ["nothing counted", [row("a", value(20), value(20))], { view: "counted" }, "Nothing has been counted for this wave"],
] as const)("finding: %s", (_, rows, more, sentence) => expect(findingSentence(table([...rows], more))).toBe(sentence));

test("parents are not counted beside their teams", () => {
  const rows = [
    row("Homes", value(30), value(30)),
    row("Homes/a", value(45), value(30)),
    row("Homes/b", value(30), value(30)),
  ];
  expect(findingSentence(table(rows))).toBe("One of two is steady; one is short of meaning");
});

test("who is above only within the likely range is not named", () =>
  expect(furthest([...steady(9), row("Parks", value(38), value(30))])).toBeNull());

test("ties for furthest are named together, in the alphabet's order", () =>
  expect(furthest([...steady(3), row("Waste", value(45), value(30)), row("Parks", value(45), value(30))])).toEqual({
    names: ["Parks", "Waste"],
    word: "meaning",
    by: 12,
  }));

test("without the organisation the rest is the middle", () => {
  const bare = (path: string, risk: number) =>
    row(path, value(risk, { againstOrganisation: null }), value(30, { againstOrganisation: null }));
  expect(furthest([bare("a", 30), bare("b", 32), bare("c", 45)])?.names).toEqual(["c"]);
  expect(furthest([])).toBeNull();
});
