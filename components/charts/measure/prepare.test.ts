import { describe, expect, test } from "vitest";
import type { Measure } from "#contracts/measures.ts";
import { figureOf, prepareMeasure } from "./prepare.ts";

const measure = (units: [string, ...(number | null)[]][], more: Partial<Measure> = {}): Measure => ({
  title: "Engagement index",
  kind: "engagement_figure",
  scale: "%",
  source: "People Survey",
  licence: "Open Government Licence v3.0",
  years: [2012, 2013],
  units: units.map(([name, ...values]) => ({ unitId: name, name, values })),
  ...more,
});

describe("the picture of another measure", () => {
  test("the finding names the ends of the latest year", () => {
    const picture = prepareMeasure(
      measure([
        ["Revenue", 43, 44],
        ["Cabinet Office", null, 61],
        ["Health", 55, 57],
      ]),
    );
    expect(picture.title).toBe("Engagement index 2013: from 44% in Revenue to 61% in Cabinet Office");
    expect(picture.axis).toBe("Engagement index, %");
    expect(picture.credit).toBe("People Survey. Open Government Licence v3.0");
  });

  test.each([
    ["nothing of the latest year", [["A", 43, null]], "Engagement index: no figures yet"],
    ["one unit", [["A", 43, 44.5]], "Engagement index 2013: 44.5% in A"],
    [
      "all alike",
      [
        ["A", null, 50],
        ["B", null, 50],
      ],
      "Engagement index 2013: 50% everywhere",
    ],
    [
      "two at an end",
      [
        ["A", null, 50],
        ["B", null, 50],
        ["C", null, 60],
      ],
      "Engagement index 2013: from 50% in A and B to 60% in C",
    ],
    [
      "three at an end",
      [
        ["A", null, 50],
        ["B", null, 50],
        ["C", null, 50],
        ["D", null, 60],
      ],
      "Engagement index 2013: from 50% in 3 units to 60% in D",
    ],
  ] as [string, [string, ...(number | null)[]][], string][])("%s", (_, units, title) => {
    expect(prepareMeasure(measure(units)).title).toBe(title);
  });

  test("a year without a figure is a gap, never a zero; the table says the same", () => {
    const { lines, table } = prepareMeasure(
      measure([
        ["A", null, 44],
        ["B", 40, null],
      ]),
    );
    expect(lines.map(({ dots, figure }) => [dots.map(({ year }) => year), figure])).toEqual([
      [[2013], "44%"],
      [[2012], "–"],
    ]);
    expect(table).toEqual({
      head: ["Unit", "2012", "2013"],
      rows: [
        { key: "A", cells: ["A", "–", "44%"] },
        { key: "B", cells: ["B", "40%", "–"] },
      ],
    });
  });

  test("each scale has its own ends: 1 of 5 stands at the left, 5 at the right", () => {
    const { lines, ticks } = prepareMeasure(
      measure(
        [
          ["A", 1, 5],
          ["B", 3, 3.4545454545454546],
        ],
        { scale: "of 5" },
      ),
    );
    expect(lines.map(({ dots }) => dots.map(({ at }) => Math.round(at)))).toEqual([
      [0, 100],
      [50, 61],
    ]);
    expect(lines[1]?.figure).toBe("3.45");
    expect(ticks.map(({ label }) => label)).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("figures keep at most two decimals", () => {
    expect(figureOf(2.962962962962963, "of 5")).toBe("2.96");
    expect(figureOf(54, "%")).toBe("54%");
    expect(figureOf(3, "of 5", 2)).toBe("3.00");
  });
});
