import { expect, test } from "vitest";
import type { Coverage } from "#contracts/coverage.ts";
import { coverageTitle, share } from "./words.ts";

const coverage = (teams: number, purposes: number, plans: number, rhythms: number): Coverage => ({
  part: ["Housing"],
  all: { teams, purposes, plans, rhythms },
  units: [],
  inTime: null,
  newSupervisors: { people: 0, mentors: 0, trainings: 0, checkIns: 0 },
});

test.each([
  [[0, 0, 0, 0], "There is no team here yet"],
  [[4, 4, 4, 4], "Every team has a purpose, a plan and a rhythm"],
  [[4, 3, 2, 1], "3 of 4 teams have no rhythm"],
  [[4, 4, 3, 4], "1 of 4 teams has no open plan"],
  [[4, 0, 2, 1], "No team has a written purpose yet"],
] satisfies [[number, number, number, number], string][])("%j: %s", (counts, title) => {
  expect(coverageTitle(coverage(...counts))).toBe(title);
});

test("a share of nothing is said in words", () => {
  expect(share(2, 5)).toBe("2 of 5");
  expect(share(0, 0)).toBe("none yet");
});
