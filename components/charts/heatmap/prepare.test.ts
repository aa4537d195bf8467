import { expect, test } from "vitest";
import type { ResultTable } from "#contracts/results.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { change, HIDDEN, NO_ANSWERS, NOT_ASKED, row, table, value } from "../risk/fixtures.ts";
import { type HeatmapOptions, prepareHeatmap } from "./prepare.ts";

const PLAIN: HeatmapOptions = { sort: "tree", collapsed: new Set(), statements: false, againstOrganisation: false };
const prepare = (given: ResultTable, more: Partial<HeatmapOptions> = {}) =>
  prepareHeatmap(given, { ...PLAIN, ...more });
const names = (given: ResultTable, more: Partial<HeatmapOptions> = {}) =>
  prepare(given, more).lines.map((line) => line.name);

const council = table([
  row("Homes", value(41), value(30), { answers: 60 }),
  row("Homes/Repairs", value(46), value(33), { answers: 40 }),
  row("Homes/Lettings", HIDDEN, HIDDEN),
  row("Homes/Estates", value(46), value(50), { answers: 20 }),
  row("Adults", value(30), value(45), { answers: 90 }),
  row("Zebra crossings", HIDDEN, HIDDEN),
  row("Bins", NO_ANSWERS, NO_ANSWERS, { answers: null }),
]);

test.each([
  ["tree", "Homes Repairs Lettings Estates Adults Zebra crossings Bins"],
  ["worse", "Adults Homes Estates Repairs Lettings Bins Zebra crossings"],
  ["engagement", "Homes Estates Repairs Lettings Adults Bins Zebra crossings"],
  ["delivery", "Adults Homes Estates Repairs Lettings Bins Zebra crossings"],
  ["name", "Adults Bins Homes Estates Repairs Lettings Zebra crossings"],
  ["answers", "Adults Homes Repairs Estates Lettings Bins Zebra crossings"],
] as const)("sort by %s keeps the tree, hidden last among siblings, ties by name", (sort, order) =>
  expect(names(council, { sort }).join(" ")).toBe(order),
);

test("supervisors are not sortable, whatever is asked", () => {
  const picture = prepare({ ...council, view: "supervisors" }, { sort: "engagement" });
  expect(picture.sorts).toEqual(["tree"]);
  expect(picture.sort).toBe("tree");
  expect(picture.columns.map((column) => column.sort)).toEqual([null, null]);
  expect(picture.summary).not.toMatch(/Highest/);
});

test("counted delivery has one column, under Structure, and sorts by itself", () => {
  const given = table(
    [row("a", value(90), value(90), { counted: value(10) }), row("b", value(10), value(10), { counted: value(60) })],
    { view: "counted" },
  );
  const picture = prepare(given, { sort: "delivery" });
  expect(picture.bands.map((band) => [band.label, band.columns.map((column) => column.key)])).toEqual([
    ["Structure", ["counted"]],
  ]);
  expect(picture.lines.map((line) => line.name)).toEqual(["b", "a"]);
  expect(picture.showState).toBe(false);
});

test("a closed unit hides all below it, and says so", () => {
  const picture = prepare(council, { collapsed: new Set(["Homes"]) });
  expect(picture.lines.map((line) => line.name)).toEqual(["Homes", "Adults", "Zebra crossings", "Bins"]);
  expect(picture.lines[0]).toMatchObject({ expandable: true, expanded: false, level: 1, position: 1, siblings: 4 });
  expect(picture.closable).toEqual(["Homes"]);
});

test("children of a part of the tree stand on the first level", () => {
  const part = table([row("x/y/Repairs", value(20), value(20))]);
  expect(prepare(part).lines[0]).toMatchObject({ level: 1, expandable: false });
});

test.each([
  ["value", value(46), { figure: "46", step: 4, mark: "value", nearLine: true }],
  ["at the break", value(40), { step: 4 }],
  ["under the break", value(39), { step: 3 }],
  ["limit", value(80, { limit: "or_more" }), { figure: "80 or more", short: "80+" }],
  ["hidden", HIDDEN, { figure: "", step: null, mark: "hidden", change: null }],
  ["not asked", NOT_ASKED, { figure: "", step: null, mark: "not_asked" }],
  ["no answers", NO_ANSWERS, { figure: "–", step: null, mark: "no_answers" }],
  ["up", value(46, { change: change("significant", 9, 37) }), { change: "up" }],
  ["down", value(46, { change: change("significant", -9, 55) }), { change: "down" }],
  ["level", value(46, { change: change("no_clear_change", 2, 44) }), { change: "level" }],
  ["untested", value(46, { change: change("not_tested", null, null) }), { change: "untested" }],
] as const)("cell: %s", (_, cell, expected) =>
  expect(prepare(table([row("a", cell, value(20))])).lines[0]?.cells[0]).toMatchObject(expected),
);

test("the popover reads as a sentence", () => {
  const given = table([row("Housing repairs", value(46, { change: change("no_clear_change", 2, 44) }), HIDDEN)]);
  expect(prepare(given).lines[0]?.cells.map((cell) => cell.sentence)).toEqual([
    "Housing repairs, engagement risk 46, likely 39–53. Near the line on meaning. 13 above the organisation. 84 answers. Spring 2026 44: no clear change.",
    "Housing repairs, delivery risk: not shown: too few responses, or needed to protect a nearby team.",
  ]);
});

test("against the organisation figures turn, colours stay", () => {
  const picture = prepare(council, { againstOrganisation: true });
  expect(picture.lines[0]?.cells.map((cell) => [cell.figure, cell.step])).toEqual([
    ["+8", 4],
    ["−3", 2],
  ]);
  expect(picture.organisation?.cells[0]?.figure).toBe("33");
});

test("near the line in words, both axes", () => {
  const lines = prepare(
    table([row("a", value(41), value(38)), row("b", value(41), value(10)), row("c", value(10), value(10))]),
  ).lines;
  expect(lines.map((line) => line.near)).toEqual([
    "near the line on meaning and structure",
    "near the line on meaning",
    null,
  ]);
});

test("statements open only when they came", () => {
  expect(prepare(council, { statements: true }).columns).toHaveLength(2);
  const statements = STATEMENT_CODES.map((code) => ({ code, cell: value(30) }));
  const picture = prepare(table([row("a", value(30), value(30), { statements })]), { statements: true });
  expect(picture.columns.map((column) => column.key)).toEqual([
    "engagement",
    "D1",
    "D2",
    "D3",
    "D4",
    "D5",
    "D6",
    "delivery",
    "E1",
    "E2",
    "E3",
    "E4",
    "E5",
    "E6",
  ]);
  expect(picture.lines[0]?.cells[1]?.sentence).toMatch(/^a, “Aim”, risk 30/);
});

test("the summary names the organisation, the highest single risk and what is not shown", () =>
  expect(prepare(council).summary).toBe(
    "None of three is steady; one is short of meaning, one of structure and one of both. Eastmoor Council: engagement risk 33, delivery risk 33. " +
      "Highest single risk: Estates, 50 on structure. 2 of 6 are not shown: too few responses, or needed to protect a nearby team.",
  ));

test("no rows, no organisation", () => {
  const picture = prepare(table([], { organisation: null }));
  expect(picture).toMatchObject({ title: "No results yet", lines: [], organisation: null });
});

test("an organisation among the rows is not drawn twice", () => {
  const own = row("Eastmoor Council", value(33), value(33), { kind: "organisation" });
  const given = { ...table([]), rows: [own, { ...row("a", value(20), value(20)), parentId: own.unitId }] };
  expect(prepare(given).lines.map((line) => [line.name, line.level])).toEqual([["a", 1]]);
});
