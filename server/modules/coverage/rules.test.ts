import { describe, expect, test } from "vitest";
import { byUnit, countSupport, countTeams, type Support, type TeamFacts } from "./rules.ts";

const team = (path: string, facts: Partial<TeamFacts> = {}): TeamFacts => ({
  path: path.split("/"),
  purpose: false,
  plan: false,
  rhythm: false,
  ...facts,
});
const TEAMS = [
  team("root/housing/repairs", { purpose: true, plan: true, rhythm: true }),
  team("root/housing/lettings", { purpose: true }),
  team("root/office"),
];

describe("what is in place", () => {
  test("counted over teams", () => {
    expect(countTeams(TEAMS)).toEqual({ teams: 3, purposes: 2, plans: 1, rhythms: 1 });
    expect(countTeams([])).toEqual({ teams: 0, purposes: 0, plans: 0, rhythms: 0 });
  });

  test("by unit of the level below; one without a team is left out", () => {
    const units = [
      { id: "housing", name: "Housing" },
      { id: "planning", name: "Planning" },
    ];
    expect(byUnit(TEAMS, units)).toEqual([
      { unitId: "housing", name: "Housing", teams: 2, purposes: 2, plans: 1, rhythms: 1 },
    ]);
  });
});

describe("support of new supervisors", () => {
  const nothing: Support = { mentor: null, firstTrainingOn: null, secondTrainingOn: null, lastCheckInOn: null };
  test.each([
    ["nothing written down", null, { mentors: 0, trainings: 0, checkIns: 0 }],
    ["a mentor", { ...nothing, mentor: "Maria" }, { mentors: 1, trainings: 0, checkIns: 0 }],
    [
      "one training is not two",
      { ...nothing, firstTrainingOn: "2026-09-01" },
      { mentors: 0, trainings: 0, checkIns: 0 },
    ],
    [
      "two trainings",
      { ...nothing, firstTrainingOn: "2026-09-01", secondTrainingOn: "2026-10-01" },
      { mentors: 0, trainings: 1, checkIns: 0 },
    ],
    [
      "a check-in sixty days ago",
      { ...nothing, lastCheckInOn: "2026-09-25" },
      { mentors: 0, trainings: 0, checkIns: 1 },
    ],
    [
      "a check-in the day before that",
      { ...nothing, lastCheckInOn: "2026-09-24" },
      { mentors: 0, trainings: 0, checkIns: 0 },
    ],
  ])("%s", (_, support, expected) => {
    expect(countSupport([support], "2026-11-24")).toEqual({ people: 1, ...expected });
  });
});
