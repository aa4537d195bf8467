import { describe, expect, test } from "vitest";
import { type DeliveryFacts, observedDeliveryRisk, ratingRisk } from "./counted.ts";

const none: DeliveryFacts = {
  dueMilestones: null,
  overdueMilestones: null,
  arrivals: null,
  closures: null,
  completed: null,
  reworked: null,
  openCases: null,
  casesBeyondAgreedAge: null,
};

describe("observed delivery risk", () => {
  test.each<[string, Partial<DeliveryFacts>, number | null]>([
    ["no facts", {}, null],
    ["one fact", { dueMilestones: 4, overdueMilestones: 1 }, null],
    ["two facts", { dueMilestones: 4, overdueMilestones: 1, completed: 20, reworked: 3 }, 20],
    ["a shrinking backlog counts as no growth", { arrivals: 10, closures: 15, completed: 10, reworked: 5 }, 25],
    ["a growing backlog", { arrivals: 10, closures: 4, openCases: 50, casesBeyondAgreedAge: 10 }, 40],
    ["nothing due is no fact", { dueMilestones: 0, overdueMilestones: 0, completed: 10, reworked: 5 }, null],
    ["nothing arrived is no fact", { arrivals: 0, closures: 4, completed: 10, reworked: 5 }, null],
    ["never above 100", { dueMilestones: 2, overdueMilestones: 5, completed: 10, reworked: 10 }, 100],
    [
      "all four",
      {
        dueMilestones: 10,
        overdueMilestones: 1,
        arrivals: 10,
        closures: 8,
        completed: 10,
        reworked: 3,
        openCases: 10,
        casesBeyondAgreedAge: 4,
      },
      25,
    ],
  ])("%s", (_, facts, expected) => {
    const risk = observedDeliveryRisk({ ...none, ...facts });
    if (expected === null) expect(risk).toBeNull();
    else expect(risk).toBeCloseTo(expected, 10);
  });
});

test("imported ratings are linear: five grades and three", () => {
  expect([1, 2, 3, 4, 5].map((g) => ratingRisk(g))).toEqual([100, 75, 50, 25, 0]);
  expect([1, 2, 3].map((g) => ratingRisk(g, 3))).toEqual([100, 50, 0]);
  expect([0, 6, 2.5].map((g) => ratingRisk(g))).toEqual([null, null, null]);
});
