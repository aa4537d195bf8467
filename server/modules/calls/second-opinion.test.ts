import { describe, expect, test } from "vitest";
import type { CallInput } from "#contracts/calls.ts";
import { readSum } from "#server/disclosure/formulas.ts";
import { needSeen, secondOpinion } from "./second-opinion.ts";

const reading = (n: number, risk: number) => readSum(n, Math.round(n * 60 * (5 - risk / 25)), 20, null);
const input = (U: number, I: number): CallInput => ({
  signals: { U, C: 0, I, K: 0 },
  flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  largerRisk: "neither",
});

test.each([
  // 1.96 x 20 / sqrt(100) = 3.92 points on either side.
  [100, 44, "seen"],
  [100, 43.5, "unclear"],
  [100, 40, "unclear"],
  [100, 36.5, "unclear"],
  [100, 36, "not_seen"],
  [9, 50, "unclear"],
  [9, 54, "seen"],
])("%i answers at %f: %s", (n, risk, need) => {
  expect(needSeen(reading(n, risk))).toBe(need);
});

test("nothing shown is nothing seen and nothing missed", () => {
  expect(needSeen(null)).toBeNull();
});

describe("the words beside the call", () => {
  test.each([
    [2, "seen", "agree", "You and your team agree"],
    [1, "not_seen", "agree", "You and your team agree"],
    [1, "seen", "team_sees_need", "Your team sees a need for meaning that you did not mark"],
    [2, "not_seen", "only_you", "You marked it; your team’s answers do not show it"],
    [2, "unclear", "too_few", "Too few answers for a second opinion"],
    [0, "unclear", "too_few", "Too few answers for a second opinion"],
    [2, null, "too_few", "Too few answers for a second opinion"],
  ] as const)("meaning marked %i, need %s", (U, need, kind, words) => {
    expect(secondOpinion(input(U, 0), { meaning: need, structure: null }).meaning).toEqual({ kind, words });
  });

  test("structure has words of its own", () => {
    const { structure } = secondOpinion(input(2, 0), { meaning: null, structure: "seen" });
    expect(structure.words).toBe("Your team sees a need for structure that you did not mark");
  });

  test.each([
    [0, 0, "seen", null, "Look again"],
    [1, 1, "not_seen", "seen", "Look again"],
    [0, 0, "not_seen", "unclear", "Second opinion"],
    [2, 0, "seen", "seen", "Second opinion"],
  ] as const)("U %i, I %i, needs %s and %s: %s", (U, I, meaning, structure, heading) => {
    expect(secondOpinion(input(U, I), { meaning, structure }).heading).toBe(heading);
  });
});
