import { describe, expect, test } from "vitest";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import type { ResultRow, RiskCell } from "#contracts/results.ts";
import { clearChanges, type Large } from "./change-rules.ts";
import { gapOf, ownView } from "./own-rules.ts";
import { visitQuestion } from "./visit-rules.ts";

const value = (risk: number): RiskCell => ({
  mark: "value",
  risk,
  low: null,
  high: null,
  limit: null,
  nearLine: false,
  change: null,
  againstOrganisation: null,
});
const row = (risks: (number | null)[] | null, state: ResultRow["state"]) =>
  ({
    state,
    statements: risks?.map((risk, i) => ({
      code: STATEMENT_CODES[i],
      cell: risk === null ? { mark: "hidden" } : value(risk),
    })),
  }) as ResultRow;

describe("the question for the next visit", () => {
  const flat = (at: number, risk: number) => STATEMENT_CODES.map((_, i) => (i === at ? risk : 30));
  test("asks by the weakest statement that is shown, the first of equal ones", () => {
    expect(visitQuestion(row(flat(8, 61), "steady")).because).toContain("nothing was missed");
    expect(visitQuestion(row(flat(0, 30), "steady")).because).toContain("what our team is aiming for");
  });
  test("by the state where no statement is shown", () =>
    expect(
      visitQuestion(
        row(
          STATEMENT_CODES.map(() => null),
          "drifting",
        ),
      ).because,
    ).toBe("Drawn from the state: Drifting."));
  test.each([[null], [row(null, null)]])("openly where nothing is", (given) =>
    expect(visitQuestion(given).because).toBe("Nothing of this unit itself is shown."),
  );
});

describe("the supervisor's own view", () => {
  test("turns answers into risks; blank and does not apply stay empty", () =>
    expect(ownView([1, 5, 3, 0, null], { engagement: 50.5, delivery: 12.4 })).toEqual({
      answers: [1, 5, 3, 0, null],
      engagement: 51,
      delivery: 12,
      statements: [100, 0, 50, null, null],
    }));

  const team = { risk: 46, n: 25, inFiles: true };
  test.each([
    ["sees clearly less", 20, value(46), team, "supervisor_higher"],
    ["sees clearly more", 80, value(46), team, "supervisor_lower"],
    ["sees about the same", 40, value(46), team, "about_the_same"],
    ["gave none", null, value(46), team, null],
    ["team not in the second pattern", 20, value(46), { ...team, inFiles: false }, null],
    ["too few answers", 20, value(46), { ...team, n: 9 }, null],
    ["team not shown", 20, { mark: "hidden" } as RiskCell, null, null],
    ["team at its limit", 20, { ...value(80), limit: "or_more" } as RiskCell, team, null],
  ] as const)("%s", (_, own, cell, side, band) => expect(gapOf(own, cell, side, 20)).toBe(band));
});

describe("clear changes", () => {
  const sumFor = (n: number, risk: number) => Math.round(n * 60 * (5 - (4 * risk) / 100));
  const large = (unitId: string, n: number, engagement: number, delivery: number): Large => ({
    unitId,
    name: unitId,
    path: ["o", unitId],
    n,
    directionSum: sumFor(n, engagement),
    deliverySum: sumFor(n, delivery),
  });
  const s = { now: { sDirection: 20, sDelivery: 20 }, before: { sDirection: 20, sDelivery: 20 } };

  test("strongest first, on the axis that changed; steady units raise nothing", () => {
    const found = clearChanges(
      [large("a", 200, 30, 45), large("b", 200, 50, 30), large("c", 200, 31, 30)],
      [large("a", 200, 30, 30), large("b", 200, 30, 30), large("c", 200, 30, 30)],
      s,
    );
    expect(found.map(({ unitId, axis, was, now, difference }) => [unitId, axis, was, now, difference])).toEqual([
      ["b", "direction", 30, 50, 20],
      ["a", "delivery", 30, 45, 15],
    ]);
  });

  test.each([
    ["under fifty now", [large("a", 49, 90, 90)], [large("a", 200, 10, 10)]],
    ["under fifty then", [large("a", 200, 90, 90)], [large("a", 49, 10, 10)]],
    ["was not there", [large("a", 200, 90, 90)], []],
  ])("%s: nothing", (_, now, before) => expect(clearChanges(now, before, s)).toEqual([]));
});
