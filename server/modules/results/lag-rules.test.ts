import { describe, expect, test } from "vitest";
import type { ChangeMark, RiskCell, TrendPoint } from "#contracts/results.ts";
import { LAG_ANSWERS, lagSentence } from "./lag-rules.ts";

type Move = "up" | "down" | "level" | "untested" | "hidden";
const MARKS: Record<Exclude<Move, "hidden">, [ChangeMark, number | null]> = {
  up: ["significant", 9],
  down: ["significant", -9],
  level: ["no_clear_change", 2],
  untested: ["not_tested", null],
};

function cell(move: Move): RiskCell {
  if (move === "hidden") return { mark: "hidden" };
  const [mark, difference] = MARKS[move];
  return {
    mark: "value",
    risk: 40,
    low: 36,
    high: 44,
    limit: null,
    nearLine: true,
    change: { mark, difference, since: "before", was: 31 },
    againstOrganisation: 0,
  };
}

const point = (label: string, engagement: Move, delivery: Move, more: Partial<TrendPoint> = {}): TrendPoint => ({
  waveId: label,
  label,
  closedOn: "2026-06-30",
  answers: 60,
  engagement: cell(engagement),
  delivery: cell(delivery),
  counted: { mark: "not_asked" },
  breakBefore: false,
  ...more,
});
const read = (...points: TrendPoint[]) => lagSentence([point("Winter 2025/26", "untested", "untested"), ...points]);

describe("one side fell, then the other", () => {
  test("meaning first, work after it", () => {
    expect(read(point("Spring 2026", "up", "level"), point("Summer 2026", "level", "up"))).toBe(
      "Meaning fell in spring 2026; work began to slip in summer 2026. This can be chance.",
    );
  });

  test("work first, meaning after it: read alike", () => {
    expect(read(point("Spring 2026", "level", "up"), point("Summer 2026", "up", "level"))).toBe(
      "Work began to slip in spring 2026; meaning fell in summer 2026. This can be chance.",
    );
  });

  test("a wave that is no season keeps its name", () => {
    expect(read(point("Pulse 4", "up", "level"), point("Winter 2026/27", "up", "up"))).toBe(
      "Meaning fell in Pulse 4; work began to slip in winter 2026/27. This can be chance.",
    );
  });

  test("the last time is told", () => {
    const twice = [
      point("A", "up", "level"),
      point("B", "level", "up"),
      point("C", "up", "level"),
      point("D", "level", "up"),
    ];
    expect(read(...twice)).toContain("in C; work began to slip in D");
  });
});

describe("nothing is said", () => {
  const first = (more: Partial<TrendPoint> = {}) => point("Spring 2026", "up", "level", more);
  const second = (more: Partial<TrendPoint> = {}) => point("Summer 2026", "level", "up", more);
  test.each([
    ["both in the same wave", [point("Spring 2026", "up", "up"), point("Summer 2026", "level", "level")]],
    ["a wave lies between", [first(), point("Early summer", "level", "level"), second()]],
    ["the second did not rise clearly", [first(), point("Summer 2026", "level", "level")]],
    ["the first got better", [point("Spring 2026", "down", "level"), second()]],
    ["the first was not tested", [point("Spring 2026", "untested", "level"), second()]],
    ["the other side was not tested then", [point("Spring 2026", "up", "untested"), second()]],
    ["the first is not shown", [point("Spring 2026", "hidden", "level"), second()]],
    [`fewer than ${LAG_ANSWERS} answers then`, [first({ answers: LAG_ANSWERS - 1 }), second()]],
    [`fewer than ${LAG_ANSWERS} answers after`, [first(), second({ answers: LAG_ANSWERS - 1 })]],
    ["answers are not shown", [first({ answers: null }), second()]],
    ["reorganised between them", [first(), second({ breakBefore: true })]],
    ["reorganised before the first", [first({ breakBefore: true }), second()]],
    ["one wave alone", []],
  ])("%s", (_, points) => {
    expect(read(...points)).toBeNull();
  });

  test("exactly fifty answers are enough", () => {
    expect(read(first({ answers: LAG_ANSWERS }), second({ answers: LAG_ANSWERS }))).not.toBeNull();
  });
});
