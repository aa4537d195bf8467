import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AssessmentValues, FACTS } from "#contracts/assessments.ts";
import { TEAM_EVENTS } from "#contracts/signals.ts";
import { emptyValues, isGiven, missingFor, sameValues, valueProblems } from "./rules.ts";

const values = (changes: Partial<AssessmentValues>): AssessmentValues => ({ ...emptyValues(), ...changes });
const facts = (changes: Partial<AssessmentValues["facts"]>) =>
  values({ facts: { ...emptyValues().facts, ...changes } });

describe("the same values", () => {
  test("the order of events does not matter", () => {
    const a = { kind: "new_policy", happenedOn: "2026-10-01" } as const;
    const b = { kind: "growing_backlog", happenedOn: "2026-11-01" } as const;
    expect(sameValues(values({ events: [a, b] }), values({ events: [b, a] }))).toBe(true);
    expect(sameValues(values({ events: [a] }), values({ events: [{ ...a, happenedOn: "2026-10-02" }] }))).toBe(false);
  });

  test("zero, blank and 'does not apply' are three different things", () => {
    expect(sameValues(facts({ vacancies: 0 }), facts({ vacancies: null }))).toBe(false);
    expect(sameValues(values({ answers: [0, ...Array(11).fill(null)] }), emptyValues())).toBe(false);
  });

  test("any single change is seen", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FACTS), fc.integer({ min: 0, max: 1e6 }), (fact, n) => {
        expect(sameValues(facts({ [fact]: n }), emptyValues())).toBe(false);
        expect(sameValues(facts({ [fact]: n }), facts({ [fact]: n }))).toBe(true);
      }),
    );
    expect(sameValues(values({ signals: { U: 0, C: null, I: null, K: null } }), emptyValues())).toBe(false);
    expect(sameValues(values({ flags: { ...emptyValues().flags, backlog_growing: true } }), emptyValues())).toBe(false);
  });
});

describe("what cannot be stored", () => {
  test.each([
    ["overdueMilestones", { dueMilestones: 3, overdueMilestones: 4 }],
    ["reworkedItems", { completedItems: 10, reworkedItems: 11 }],
    ["casesBeyondAge", { openCases: 0, casesBeyondAge: 1 }],
  ] as const)("%s above its whole", (field, some) => {
    expect(Object.keys(valueProblems(facts(some), "2026-11-24"))).toEqual([field]);
  });

  test("a part without its whole is fine: it is not counted", () => {
    expect(valueProblems(facts({ overdueMilestones: 4 }), "2026-11-24")).toEqual({});
  });

  test.each([
    ["2026-11-24", false],
    ["2026-11-25", true],
    ["2024-11-24", false],
    ["2024-11-23", true],
  ])("an event on %s", (happenedOn, wrong) => {
    const problems = valueProblems(values({ events: [{ kind: "new_policy", happenedOn }] }), "2026-11-24");
    expect("new_policy" in problems).toBe(wrong);
  });
});

describe("closing a part", () => {
  test("the quick test wants all four signals, zero included", () => {
    expect(Object.keys(missingFor(1, emptyValues()))).toEqual(["U", "C", "I", "K"]);
    expect(missingFor(1, values({ signals: { U: 0, C: 0, I: 0, K: 0 } }))).toEqual({});
    expect(Object.keys(missingFor(1, values({ signals: { U: 0, C: 3, I: null, K: 1 } })))).toEqual(["I"]);
  });

  test("statements may be skipped and numbers left out", () => {
    expect(missingFor(2, emptyValues())).toEqual({});
    expect(missingFor(3, emptyValues())).toEqual({});
  });

  test("part 1 alone is worth keeping", () => {
    expect(isGiven({ part1: true, part2: false, part3: false })).toBe(true);
    expect(isGiven({ part1: false, part2: false, part3: false })).toBe(false);
  });

  test("an untouched assessment holds none of the events", () => {
    expect(emptyValues().events).toHaveLength(0);
    expect(TEAM_EVENTS).toHaveLength(5);
  });
});
