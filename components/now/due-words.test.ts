import { expect, test } from "vitest";
import type { DueTeam } from "#contracts/assessments.ts";
import { nextStep, nowTitle } from "./due-words.ts";

const team = (name: string, parts: [boolean, boolean, boolean] | null, started = true): DueTeam => ({
  teamId: name,
  name,
  due: parts && { started, parts: { part1: parts[0], part2: parts[1], part3: parts[2] } },
  joinedLater: false,
  given: [],
});

test.each([
  [[], false, "Nothing is due now"],
  [[team("A", null)], false, "Nothing is due now"],
  [[team("A", null)], true, "Nothing is due now"],
  [[team("A", [false, false, false])], true, "A is waiting for your assessment"],
  [
    [team("A", [true, false, false]), team("B", [false, false, false])],
    true,
    "Two teams are waiting for your assessment",
  ],
  [[team("A", [true, true, false])], true, "Your assessment is given"],
] as const)("title %#", (teams, isOpen, title) => {
  expect(nowTitle(teams, isOpen)).toBe(title);
});

test.each([
  [null, true, undefined],
  [[false, false, false], false, "Start: part 1, a minute"],
  [[false, false, false], true, "Continue part 1"],
  [[true, false, false], true, "Continue with part 2"],
  [[true, true, false], true, "Add numbers, if to hand"],
  [[true, true, true], true, "Look again or change it"],
] as const)("next step %#", (parts, started, label) => {
  expect(nextStep(team("A", parts ? [...parts] : null, started))?.label).toBe(label);
});
