import { describe, expect, test } from "vitest";
import { lintText } from "#content/plain-words.ts";
import { HOW_MANY_WORDS, WORTH_CHECKING } from "#content/worth-checking.ts";
import { DETECTORS, type DetectorName } from "#contracts/plans.ts";
import { detected, howMany, isNewInPost, isUnnamed, type Observed, worthChecking } from "./detector-rules.ts";

const QUIET: Observed = {
  today: "2026-11-24",
  supervisor: { since: "2020-01-01", mentor: false, trainings: 0 },
  engagement: null,
  delivery: null,
  statements: { D3: null, D4: null, E2: null, E4: null, X3: null },
  decisionsWaiting: 0,
  overdue: 0,
  unnamed: 0,
  checks: [],
};
type Change = Partial<Omit<Observed, "statements" | "supervisor">> & {
  statements?: Partial<Observed["statements"]>;
  supervisor?: Partial<Observed["supervisor"]>;
};
const observed = (change: Change): Observed => ({
  ...QUIET,
  ...change,
  statements: { ...QUIET.statements, ...change.statements },
  supervisor: { ...QUIET.supervisor, ...change.supervisor },
});

// Each threshold at its value and one step to either side; everything else in the fixture holds.
const queue = (X3: number, decisionsWaiting: number): Change => ({ statements: { X3 }, decisionsWaiting });
const spirit = (engagement: number, delivery: number, overdue: number): Change => ({ engagement, delivery, overdue });
const FIXTURES: Record<DetectorName, [what: string, change: Change, found: boolean][]> = {
  new_without_backup: [
    ["a day under twelve months", { supervisor: { since: "2025-11-25" } }, true],
    ["twelve months to the day", { supervisor: { since: "2025-11-24" } }, false],
    ["a day over twelve months", { supervisor: { since: "2025-11-23" } }, false],
    ["a mentor", { supervisor: { since: "2026-06-01", mentor: true } }, false],
    ["one training", { supervisor: { since: "2026-06-01", trainings: 1 } }, false],
    ["first day unknown", { supervisor: { since: null } }, false],
  ],
  trusted_next_steps_unclear: [
    ["trust one below the break", { statements: { D4: 31, E2: 60 } }, true],
    ["trust at the break", { statements: { D4: 32, E2: 60 } }, false],
    ["trust one above the break", { statements: { D4: 33, E2: 60 } }, false],
    ["week one below the cut", { statements: { D4: 10, E2: 39 } }, false],
    ["week at the cut", { statements: { D4: 10, E2: 40 } }, true],
    ["week one above the cut", { statements: { D4: 10, E2: 41 } }, true],
    ["owners one below the cut", { statements: { D4: 10, E4: 39 } }, false],
    ["owners at the cut", { statements: { D4: 10, E4: 40 } }, true],
    ["owners one above the cut", { statements: { D4: 10, E4: 41 } }, true],
    ["trust not shown", { statements: { E2: 90, E4: 90 } }, false],
  ],
  check_without_finding: [
    ["one review", { checks: [1, 0] }, false],
    ["two reviews", { checks: [0, 2] }, true],
    ["three reviews", { checks: [3] }, true],
    ["no check", { checks: [] }, false],
  ],
  decisions_queueing: [
    ["small things one below the cut", queue(39, 5), false],
    ["small things at the cut", queue(40, 5), true],
    ["small things one above the cut", queue(41, 5), true],
    ["two decisions", queue(60, 2), false],
    ["three decisions", queue(60, 3), true],
    ["four decisions", queue(60, 4), true],
    ["not asked", { decisionsWaiting: 9 }, false],
  ],
  good_spirit_slipping_dates: [
    ["direction one below the break", spirit(31, 50, 2), true],
    ["direction at the break", spirit(32, 50, 2), false],
    ["direction one above the break", spirit(33, 50, 2), false],
    ["delivery one below the cut", spirit(20, 39, 2), false],
    ["delivery at the cut", spirit(20, 40, 2), true],
    ["delivery one above the cut", spirit(20, 41, 2), true],
    ["nothing overdue", spirit(20, 50, 0), false],
    ["one overdue", spirit(20, 50, 1), true],
    ["two overdue", spirit(20, 50, 2), true],
    ["not shown", { overdue: 9 }, false],
  ],
  agreed_without_name: [
    ["none without a name", { unnamed: 0 }, false],
    ["one without a name", { unnamed: 1 }, true],
    ["two without a name", { unnamed: 2 }, true],
    ["priorities one below the break", { statements: { D3: 31, E4: 60 } }, true],
    ["priorities at the break", { statements: { D3: 32, E4: 60 } }, false],
    ["priorities one above the break", { statements: { D3: 33, E4: 60 } }, false],
    ["owners one below the cut", { statements: { D3: 10, E4: 39 } }, false],
    ["owners at the cut", { statements: { D3: 10, E4: 40 } }, true],
    ["owners one above the cut", { statements: { D3: 10, E4: 41 } }, true],
  ],
};

describe.each(DETECTORS)("%s", (name) => {
  test.each(FIXTURES[name])("%s", (_, change, found) => {
    expect(detected(observed(change)).includes(name)).toBe(found);
  });

  test("its words pass the lint", () => {
    const { title, why, next } = WORTH_CHECKING[name];
    for (const text of [title, why, next]) expect(lintText(text, { words: 30 })).toEqual([]);
  });
});

test("the titles are those of the product", () => {
  expect(DETECTORS.map((name) => WORTH_CHECKING[name].title)).toEqual([
    "New in post without backup",
    "Trusted, but next steps unclear",
    "A check that may protect nothing",
    "Decisions are queueing for you",
    "Good spirit, slipping dates",
    "Agreed, but no name on it",
  ]);
});

test("twelve months over a leap day and the end of a month", () => {
  expect(isNewInPost("2024-02-29", "2025-02-27")).toBe(true);
  expect(isNewInPost("2024-02-29", "2025-02-28")).toBe(false);
  expect(isNewInPost("2025-12-31", "2026-12-30")).toBe(true);
  expect(isNewInPost("2025-12-31", "2026-12-31")).toBe(false);
});

// A fortnight is where a day that passed stops being a day; an owner who left counts at once.
test.each([
  ["an owner and a day to come", true, "2026-12-01", false],
  ["a day thirteen days ago", true, "2026-11-11", false],
  ["a day fourteen days ago", true, "2026-11-10", true],
  ["a day fifteen days ago", true, "2026-11-09", true],
  ["an owner who left", false, "2026-12-01", true],
] as const)("%s", (_, ownerStays, dueOn, unnamed) => {
  expect(isUnnamed({ ownerStays, dueOn }, "2026-11-24")).toBe(unnamed);
});

describe("one at a time", () => {
  const two = observed({ supervisor: { since: "2026-06-01" }, unnamed: 1 });
  test.each([
    ["the first of the list", [], "new_without_backup"],
    ["the next, while one rests", [{ name: "new_without_backup", on: "2026-09-02" }], "agreed_without_name"],
    ["the first again after twelve weeks", [{ name: "new_without_backup", on: "2026-09-01" }], "new_without_backup"],
    [
      "nothing when all rest",
      [
        { name: "new_without_backup", on: "2026-11-20" },
        { name: "agreed_without_name", on: "2026-11-20" },
      ],
      null,
    ],
  ] as const)("%s", (_, aside, name) => expect(worthChecking(two, aside)).toBe(name));

  test("nothing where nothing is met", () => expect(worthChecking(QUIET, [])).toBeNull());
});

describe("leaders read words only", () => {
  test.each([
    [9, 9, null],
    [0, 10, "few"],
    [2, 10, "few"],
    [3, 12, "some"],
    [5, 11, "some"],
    [5, 10, "many"],
    [10, 10, "many"],
  ])("%i of %i: %s", (concerned, supervisors, words) => expect(howMany(concerned, supervisors)).toBe(words));

  test("and never a number", () => {
    for (const words of Object.values(HOW_MANY_WORDS)) expect(words).not.toMatch(/\d/);
  });
});
