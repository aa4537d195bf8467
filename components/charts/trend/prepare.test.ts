import { expect, test } from "vitest";
import type { RiskCell, Trend } from "#contracts/results.ts";
import { change, HIDDEN, NO_ANSWERS, NOT_ASKED, value } from "../risk/fixtures.ts";
import { prepareTrend } from "./prepare.ts";

const DATES = ["2025-10-24", "2026-01-23", "2026-04-24", "2026-07-10", "2026-10-30"];
const LABELS = ["Autumn 2025", "Winter 2026", "Spring 2026", "Summer 2026", "Autumn 2026"];

function trend(cells: [engagement: RiskCell, delivery: RiskCell][], more: Partial<Trend> = {}, breakAt = -1): Trend {
  return {
    unitId: "u",
    name: "Parking",
    events: [],
    points: cells.map(([engagement, delivery], index) => ({
      waveId: `w${index}`,
      label: LABELS[index] ?? "",
      closedOn: DATES[index] ?? "",
      answers: 40,
      engagement,
      delivery,
      counted: NOT_ASKED,
      breakBefore: index === breakAt,
    })),
    ...more,
  };
}

const runs = (given: Trend, panel = 0, series = 0) =>
  prepareTrend(given).panels[panel]?.series[series]?.runs.map((run) => run.dots.map((dot) => dot.risk));

test("a gap is no line and no zero", () =>
  expect(
    runs(
      trend([
        [value(30), value(30)],
        [HIDDEN, value(31)],
        [value(32), value(32)],
        [value(33), HIDDEN],
      ]),
    ),
  ).toEqual([[30], [32, 33]]));

test("a reorganisation breaks both lines, half-way between the waves", () => {
  const given = trend(
    [
      [value(30), value(30)],
      [value(31), value(31)],
      [value(32), value(32)],
    ],
    {},
    2,
  );
  expect(runs(given)).toEqual([[30, 31], [32]]);
  expect(runs(given, 1)).toEqual([[30, 31], [32]]);
  expect(prepareTrend(given).breaks).toEqual([(Date.parse("2026-01-23") + Date.parse("2026-04-24")) / 2]);
});

test("both panels share time and scale, which keeps the cut", () => {
  const picture = prepareTrend(trend([[value(12, { low: 8, high: 16 }), value(22, { low: 18, high: 26 })]]));
  expect(picture.domain).toEqual([0, 50]);
  expect(picture.ticks).toEqual([0, 10, 20, 30, 40, 50]);
});

test("counted delivery is a line of its own in the lower panel", () => {
  const given = trend([[value(30), value(30)]]);
  expect(prepareTrend(given).hasCounted).toBe(false);
  const point = given.points[0];
  if (point) point.counted = value(61, { low: null, high: null });
  expect(runs(given, 1, 1)).toEqual([[61]]);
  expect(runs(given, 1, 0)).toEqual([[30]]);
  expect(prepareTrend(given).panels[1]?.series[1]?.runs[0]?.band).toEqual([]);
});

const up = value(46, { change: change("significant", 9, 37) });
const down = value(30, { change: change("significant", -9, 39) });
const level = value(40, { change: change("no_clear_change", 2, 38) });
const untested = value(40, { change: change("not_tested", null, null) });

test.each([
  ["no wave", [], "Parking: no results yet"],
  ["first wave", [[value(30), value(41)]], "Parking: engagement risk 30, delivery risk 41 in Autumn 2025"],
  [
    "up and level",
    [[up, level]],
    "Parking: engagement risk is clearly up, delivery risk shows no clear change since Spring 2026",
  ],
  ["both down", [[down, down]], "Parking: both risks are clearly down since Spring 2026"],
  ["both level", [[level, level]], "Parking: no clear change on either risk since Spring 2026"],
  ["not tested", [[untested, untested]], "Parking: engagement risk 40, delivery risk 40 in Autumn 2025"],
  [
    "one not tested",
    [[up, untested]],
    "Parking: engagement risk is clearly up, delivery risk cannot be compared since Spring 2026",
  ],
  ["hidden", [[HIDDEN, HIDDEN]], "Parking: not shown in Autumn 2025"],
  ["not asked", [[NOT_ASKED, NOT_ASKED]], "Parking: not asked in this wave, Autumn 2025"],
  ["no answers", [[NO_ANSWERS, NO_ANSWERS]], "Parking: not answered by enough people, Autumn 2025"],
] as [string, [RiskCell, RiskCell][], string][])("title: %s", (_, cells, title) =>
  expect(prepareTrend(trend(cells)).title).toBe(title),
);

test("a title after a reorganisation does not compare", () =>
  expect(
    prepareTrend(
      trend(
        [
          [level, level],
          [up, up],
        ],
        {},
        1,
      ),
    ).title,
  ).toBe("Parking: reorganised before Winter 2026, so the line starts again"));

test("near events stand on two lines; far ones are left out; the last is set to the left", () => {
  const events = [
    { on: "2026-10-20", label: "Late" },
    { on: "2026-03-02", label: "Budget pressure" },
    { on: "2026-03-30", label: "Backlog growing" },
    { on: "2020-01-01", label: "Long ago" },
  ];
  const cells = DATES.map((): [RiskCell, RiskCell] => [value(30), value(30)]);
  const picture = prepareTrend(trend(cells, { events }));
  expect(picture.events.map((event) => [event.label, event.row, event.anchor])).toEqual([
    ["Budget pressure", 0, "start"],
    ["Backlog growing", 1, "start"],
    ["Late", 0, "end"],
  ]);
  expect(picture.eventRows).toBe(2);
});

test("a wave alone has an upright line instead of a band", () => {
  const picture = prepareTrend(
    trend([
      [value(30), value(30)],
      [HIDDEN, value(31)],
    ]),
  );
  expect(picture.panels[0]?.series[0]?.runs[0]).toMatchObject({ band: [], alone: { range: [23, 37] } });
  expect(picture.panels[1]?.series[0]?.runs[0]?.alone).toBeNull();
});

test("the table says marks in words, events and reorganisations beside their wave", () => {
  const events = [{ on: "2025-12-01", label: "New policy" }];
  const picture = prepareTrend(
    trend(
      [
        [value(30), value(30)],
        [HIDDEN, NO_ANSWERS],
      ],
      { events },
      1,
    ),
  );
  expect(picture.rows[1]).toMatchObject({
    date: "23 January 2026",
    engagement: "not shown",
    delivery: "not enough answers",
    counted: "not asked",
    note: "Reorganised; New policy, 1 December 2025",
  });
  expect(picture.rows[0]?.engagement).toBe("30 (23–37)");
});

test("nothing to draw is said", () => {
  expect(prepareTrend(trend([])).empty).toBe(true);
  expect(prepareTrend(trend([[HIDDEN, HIDDEN]]))).toMatchObject({ empty: true, domain: [0, 100] });
});
