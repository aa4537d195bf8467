import { describe, expect, test } from "vitest";
import { addDays } from "#contracts/dates.ts";
import { assignmentState, dateProblem, deputyProblem, overlap } from "./rules.ts";

const TODAY = "2026-11-24";

test.each([
  ["2026-11-24", null, false, "in_force"],
  ["2026-11-01", "2026-11-24", false, "in_force"],
  ["2026-11-01", "2026-11-23", false, "ended"],
  ["2026-11-25", null, false, "starts_later"],
  ["2026-11-25", null, true, "revoked"],
] as const)("from %s to %s, revoked %s: %s", (startsOn, endsOn, revoked, state) => {
  expect(assignmentState({ startsOn, endsOn, revoked }, TODAY)).toBe(state);
});

test("days are counted over months, years and clock changes", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test.each([
  ["2026-01-01", null, "2026-06-01", null, true],
  ["2026-01-01", "2026-05-31", "2026-06-01", null, false],
  ["2026-01-01", "2026-06-01", "2026-06-01", "2026-06-30", true],
  ["2026-07-01", null, "2026-06-01", "2026-06-30", false],
])("%s-%s and %s-%s overlap: %s", (a, b, c, d, expected) => {
  expect(overlap({ startsOn: a, endsOn: b }, { startsOn: c, endsOn: d })).toBe(expected);
  expect(overlap({ startsOn: c, endsOn: d }, { startsOn: a, endsOn: b })).toBe(expected);
});

describe("dates of a role", () => {
  test.each([
    ["2026-11-24", null, null],
    ["2026-11-24", "2026-11-24", null],
    ["2026-11-23", null, "startsOn"],
    ["2028-01-01", null, "startsOn"],
    ["2026-11-30", "2026-11-29", "endsOn"],
  ])("%s to %s: %s", (startsOn, endsOn, field) => {
    expect(Object.keys(dateProblem({ startsOn, endsOn }, TODAY) ?? {})).toEqual(field ? [field] : []);
  });

  test.each([
    ["2026-12-21", null, null],
    ["2026-12-22", null, "endsOn"],
    ["2026-12-10", "2026-12-01", "endsOn"],
    ["2026-11-01", null, "endsOn"],
  ])("a deputy until %s for a role until %s: %s", (endsOn, originalEnd, field) => {
    const original = { startsOn: "2026-01-01", endsOn: originalEnd };
    expect(Object.keys(deputyProblem({ startsOn: TODAY, endsOn }, original, TODAY) ?? {})).toEqual(
      field ? [field] : [],
    );
  });
});
