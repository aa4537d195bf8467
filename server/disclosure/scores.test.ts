import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  countResponse,
  enoughAnswered,
  meanOfPersons,
  riskDifference,
  riskOf,
  roundHalfAway,
  roundRatio,
  scoreOf,
  shownParticipation,
  shownRisk,
  statementValue,
} from "./scores.ts";

const full = (x: number): Answer[] => new Array(12).fill(x);

describe("countResponse", () => {
  test.each<[string, Answer[], boolean]>([
    ["all answered", full(3), true],
    ["exactly three on both axes", [1, 2, 3, 0, null, 0, 1, 2, 3, 0, null, 0], true],
    ["two of six on direction", [1, 2, 0, 0, null, 0, 1, 2, 3, 4, 5, 5], false],
    ["two of six on delivery", [1, 2, 3, 4, 5, 5, 1, 2, null, 0, null, 0], false],
    ["nothing", full(0), false],
    ["blank", new Array(12).fill(null), false],
  ])("%s", (_, answers, counts) => {
    expect(countResponse(answers) !== null).toBe(counts);
  });

  test("a skipped statement takes the person's own axis mean, and is not called answered", () => {
    const response = countResponse([5, 4, 4, null, 0, null, 1, 1, 1, 1, 1, 2])!;
    expect(response.axes).toEqual([260, 70]);
    expect(response.statements).toEqual([300, 240, 240, 260, 260, 260, 60, 60, 60, 60, 60, 120]);
    expect(response.answered.slice(0, 6)).toEqual([true, true, true, false, false, false]);
  });

  test.each([[full(6)], [full(1.5)], [full(-1)], [full(3).slice(1)], [full(Number.NaN)]])("refuses %j", (answers) => {
    expect(() => countResponse(answers)).toThrow();
  });

  test("whole sixtieths, and six statements are 6 x the axis, whatever was skipped", () => {
    const answer = fc.constantFrom<Answer>(null, 0, 1, 2, 3, 4, 5);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 12 }), (answers) => {
        const response = countResponse(answers);
        if (response === null) return;
        for (const axis of [0, 1] as const) {
          const six = response.statements.slice(6 * axis, 6 * axis + 6);
          expect(six.reduce((a, b) => a + b, 0)).toBe(6 * response.axes[axis]);
          expect(six.every(Number.isInteger) && Number.isInteger(response.axes[axis])).toBe(true);
        }
      }),
    );
  });
});

test("statement values", () => {
  expect([1, 2, 3, 4, 5].map(statementValue)).toEqual([0, 25, 50, 75, 100]);
});

describe("rounding", () => {
  test.each([
    [0.5, 1],
    [-0.5, -1],
    [2.5, 3],
    [-2.5, -3],
    [0.49999999999999994, 0],
    [-0.2, 0],
  ])("%f is %i", (x, expected) => {
    expect(Object.is(roundHalfAway(x), expected)).toBe(true);
  });

  test("a ratio at a tie, where floating point would fall short", () => {
    expect(roundRatio(1005, 10)).toBe(101);
    expect(roundRatio(-1005, 10)).toBe(-101);
    expect(Object.is(roundRatio(-1, 10), 0)).toBe(true);
  });

  test("52.952 and 58.495 show as 53 and 58, and their difference as -6", () => {
    // Sums over 1,000 people whose risks are as near to these as sixtieths come.
    const sum = (risk: number) => ({ n: 1000, sum: Math.round(300_000 - (risk * 12_000) / 5) });
    const [now, then] = [sum(52.952), sum(58.495)];
    expect(riskOf(now)).toBeCloseTo(52.952, 3);
    expect([shownRisk(now), shownRisk(then), riskDifference(now, then)]).toEqual([53, 58, -6]);
  });
});

test("nobody answered: null everywhere, never NaN", () => {
  const nobody = { n: 0, sum: 0 };
  expect([scoreOf(nobody), riskOf(nobody), shownRisk(nobody), riskDifference(nobody, nobody)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(meanOfPersons([])).toBeNull();
});

test("risk is 100 minus score; one person at either end", () => {
  expect([scoreOf({ n: 1, sum: 60 }), riskOf({ n: 1, sum: 60 })]).toEqual([0, 100]);
  expect([scoreOf({ n: 1, sum: 300 }), riskOf({ n: 1, sum: 300 })]).toEqual([100, 0]);
});

test.each([
  [9, 9, false],
  [10, 10, true],
  [10, 20, true],
  [10, 21, false],
  [400, 1000, false],
])("%i really answered of %i: enough is %s", (answered, n, expected) => {
  expect(enoughAnswered(answered, n)).toBe(expected);
});

test.each([
  [52, 100, 50],
  [53, 100, 55],
  [21, 40, 55],
  [99, 100, 90],
  [0, 10, 0],
])("%i of %i take part: shown as %i", (answered, invited, expected) => {
  expect(shownParticipation(answered, invited)).toBe(expected);
  expect(shownParticipation(answered, null)).toBeNull();
  expect(shownParticipation(answered, 0)).toBeNull();
});
