import { expect, test } from "vitest";
import { change, HIDDEN, row, table, value } from "../risk/fixtures.ts";
import { prepareQuadrant, type QuadrantOptions } from "./prepare.ts";

const PLAIN: QuadrantOptions = { measure: "team", zoom: "data", focused: null, narrow: false };
const many = (count: number) => Array.from({ length: count }, (_, i) => row(`t${i}`, value(30), value(28)));

test("engagement stands upwards, delivery to the right; the worse axis comes first, ties by name", () => {
  const picture = prepareQuadrant(
    table([row("c", value(20), value(45)), row("b", value(45), value(45)), row("a", value(50), value(10))]),
    PLAIN,
  );
  expect(picture.points.map((point) => [point.name, point.x, point.y, point.state])).toEqual([
    ["a", 10, 50, "Busy but unsure"],
    ["b", 45, 45, "Drifting"],
    ["c", 45, 20, "Inspired but unreliable"],
  ]);
});

test.each([
  [
    "data and five around",
    [row("a", value(22, { low: null, high: null }), value(61, { low: null, high: null }))],
    [15, 70],
  ],
  [
    "both cut lines stay",
    [row("a", value(12, { low: null, high: null }), value(15, { low: null, high: null }))],
    [5, 45],
  ],
  ["ends at 0 and 100", [row("a", value(2, { low: 0, high: 9 }), value(99, { low: 92, high: 100 }))], [0, 100]],
  ["nothing", [], [0, 100]],
  ["all hidden", [row("a", HIDDEN, HIDDEN)], [0, 100]],
] as const)("zoom: %s", (_, rows, domain) => expect(prepareQuadrant(table([...rows]), PLAIN).domain).toEqual(domain));

test("the whole scale on wish", () =>
  expect(prepareQuadrant(table(many(3)), { ...PLAIN, zoom: "full" })).toMatchObject({
    domain: [0, 100],
    ticks: [0, 20, 40, 60, 80, 100],
  }));

test("likely range and tail for up to twelve units, then only for the one in focus", () => {
  const moved = value(45, { change: change("significant", 9, 36) });
  const few = prepareQuadrant(table([...many(11), row("m", moved, moved)]), PLAIN);
  expect(few.points.every((point) => point.whiskers)).toBe(true);
  expect(few.points[0]?.tail).toEqual({ x: 36, y: 36 });
  const crowd = prepareQuadrant(table([...many(12), row("m", moved, moved)]), { ...PLAIN, focused: "t3" });
  expect(crowd.points.filter((point) => point.whiskers).map((point) => point.name)).toEqual(["t3"]);
});

test("five are named, and the one in focus", () => {
  expect(prepareQuadrant(table(many(20)), PLAIN).labels).toHaveLength(5);
  expect(prepareQuadrant(table(many(20)), { ...PLAIN, focused: "t9" }).labels.map((label) => label.unitId)).toContain(
    "t9",
  );
});

test("supervisors' views are ordered by name and nobody is named", () => {
  const picture = prepareQuadrant(
    table([row("b", value(60), value(20)), row("a", value(20), value(20))], { view: "supervisors" }),
    PLAIN,
  );
  expect(picture.points.map((point) => point.name)).toEqual(["a", "b"]);
  expect(picture.labels).toEqual([]);
});

test("a phone names two and draws smaller", () => {
  const picture = prepareQuadrant(table(many(20)), { ...PLAIN, narrow: true });
  expect(picture.labels).toHaveLength(2);
  expect(picture.points[0]?.radius).toBe(7);
});

test("names near the right edge stand on the left", () => {
  const edge = value(95, { low: null, high: null });
  const picture = prepareQuadrant(table([row("A rather long name", value(30), edge)]), { ...PLAIN, zoom: "full" });
  expect(picture.labels[0]?.anchor).toBe("end");
});

test("the area stands for answers", () => {
  const picture = prepareQuadrant(
    table([row("a", value(30), value(30), { answers: 400 }), row("b", value(30), value(30), { answers: 100 })]),
    PLAIN,
  );
  expect(picture.points.map((point) => point.radius)).toEqual([16, 8]);
});

test("counted delivery takes the axis alone, and rings only where it exists", () => {
  const rows = [row("a", value(30), value(30), { counted: value(60) }), row("b", value(30), value(30))];
  expect(prepareQuadrant(table(rows), PLAIN).points.map((point) => point.ring)).toEqual([true, false]);
  const counted = prepareQuadrant(table(rows), { ...PLAIN, measure: "counted" });
  expect(counted.points.map((point) => [point.name, point.x, point.ring])).toEqual([["a", 60, false]]);
  expect(counted.xLabel).toMatch(/counted/);
});

test("what is not shown is said, not drawn", () => {
  const picture = prepareQuadrant(table([row("a", value(30), value(30)), row("b", HIDDEN, HIDDEN)]), PLAIN);
  expect(picture.points).toHaveLength(1);
  expect(picture.note).toBe("1 of 2 is not shown: too few responses, or needed to protect a nearby team.");
});

test("the sentence of a point", () =>
  expect(prepareQuadrant(table([row("Parking", value(46), value(30))]), PLAIN).points[0]?.sentence).toBe(
    "Parking, engagement risk 46, likely 39–53. Near the line on meaning. 13 above the organisation. " +
      "Delivery risk 30, likely 23–37. 3 below the organisation. 84 answers.",
  ));
