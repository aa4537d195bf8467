import { describe, expect, test } from "vitest";
import { STATE_LABELS, type StateName } from "#contracts/results.ts";
import { comparesWithOrganisation, leanWords, MAY_BE_SEEING, nearLineWords, stateOf } from "./states.ts";

test.each([
  [39.99, 39.99, "steady"],
  [39.99, 40, "inspired_but_unreliable"],
  [40, 39.99, "busy_but_unsure"],
  [40, 40, "drifting"],
] as const)("risks %f and %f: %s", (engagement, delivery, state) => {
  expect(stateOf(engagement, delivery)).toBe(state);
});

test("near the line", () => {
  expect(nearLineWords(false, false)).toBeNull();
  expect(nearLineWords(true, false)).toBe("near the line on meaning");
  expect(nearLineWords(false, true)).toBe("near the line on structure");
  expect(nearLineWords(true, true)).toBe("near the line on meaning and structure");
});

test("over 80% of the rows with a state, not exactly 80%", () => {
  const rows = (steady: number, drifting: number): (StateName | null)[] => [
    ...new Array(steady).fill("steady"),
    ...new Array(drifting).fill("drifting"),
    null,
    null,
  ];
  expect(comparesWithOrganisation(rows(4, 1))).toBe(false);
  expect(comparesWithOrganisation(rows(5, 1))).toBe(true);
  expect(comparesWithOrganisation(rows(0, 3))).toBe(true);
  expect(comparesWithOrganisation([])).toBe(false);
  expect(comparesWithOrganisation([null])).toBe(false);
});

describe("lean, in words only", () => {
  test.each([
    [null, 9, 5, "With 9 answers, opinions cannot say which side. Look at counted delivery and the quick test."],
    [0.16, 9, 5, "With 9 answers, opinions cannot say which side. Look at counted delivery and the quick test."],
    [0.499, 60, 5, "With 60 answers, opinions cannot say which side. Look at counted delivery and the quick test."],
    [0.5, 60, 5, "Probably shorter of structure than of meaning."],
    [0.699, 90, -5, "Probably shorter of meaning than of structure."],
    [0.7, 120, -5, "Shorter of meaning than of structure."],
    [0.9, 900, 5, "Shorter of structure than of meaning."],
    [0.9, 900, 0.4, "Opinions lean to neither side."],
  ])("reliability %s, n %i, lean %f", (reliability, n, lean, words) => {
    expect(leanWords(reliability, n, lean)).toBe(words);
  });

  test("no number beside the count of answers", () => {
    for (const r of [0.55, 0.95]) expect(leanWords(r, 80, 7)).not.toMatch(/\d/);
  });
});

test("every state has something one may be seeing", () => {
  for (const name of Object.keys(STATE_LABELS)) expect(MAY_BE_SEEING[name as StateName].length).toBeGreaterThan(2);
});
