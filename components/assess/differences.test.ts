import { expect, test } from "vitest";
import { type AssessmentValues, FACTS } from "#contracts/assessments.ts";
import { combine, differences, sameValues } from "./differences.ts";
import { startState, withEvents, withFacts } from "./form-state.ts";

const empty: AssessmentValues = {
  signals: { U: null, C: null, I: null, K: null },
  flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  events: [],
  answers: Array(12).fill(null),
  facts: Object.fromEntries(FACTS.map((f) => [f, null])) as AssessmentValues["facts"],
};
const full: AssessmentValues = {
  signals: { U: 0, C: 1, I: 2, K: 3 },
  flags: { change_rolled_out: true, backlog_growing: true, service_could_be_harmed: true },
  events: [{ kind: "new_policy", happenedOn: "2026-10-01" }],
  answers: [1, 2, 3, 4, 5, 0, 5, 4, 3, 2, 1, 0],
  facts: Object.fromEntries(FACTS.map((f, i) => [f, 10_000 - i * 1000])) as AssessmentValues["facts"],
};

test("every entry is compared, in words", () => {
  const all = differences(full, empty);
  expect(all).toHaveLength(4 + 1 + 3 + 12 + 10);
  const of = (key: string) => all.find((d) => d.key === key);
  expect(of("U")).toMatchObject({ yours: "No", theirs: "Not answered" });
  expect(of("K")).toMatchObject({ yours: "Severely" });
  expect(of("new_policy")).toMatchObject({ yours: "1 October 2026", theirs: "No" });
  expect(of("D6")).toMatchObject({ yours: "Does not apply" });
  expect(of("E1")).toMatchObject({ yours: "Always" });
  expect(of("casesBeyondAge")).toMatchObject({ yours: "9,000", theirs: "Not given" });
  expect(sameValues(full, structuredClone(full))).toBe(true);
});

test("combining takes only what was chosen; all of theirs is theirs", () => {
  const combined = combine(full, empty, new Set(["U", "new_policy", "E6"]));
  expect(differences(full, combined).map((d) => d.key)).toEqual(["U", "new_policy", "E6"]);
  const everything = new Set(differences(full, empty).map((d) => d.key));
  expect(combine(full, empty, everything)).toEqual(empty);
});

test("half-typed numbers keep the last right value and say why", () => {
  const start = startState(full);
  const typed = withFacts(start, { ...start.factTexts, openCases: "12,000", vacancies: "two", arrivals: "" });
  expect(typed.values.facts).toMatchObject({ openCases: 12000, vacancies: full.facts.vacancies, arrivals: null });
  expect(Object.keys(typed.errors)).toEqual(["vacancies"]);
  const over = withFacts(start, { ...start.factTexts, dueMilestones: "3", overdueMilestones: "4" });
  expect(over.values.facts).toMatchObject({ dueMilestones: 6000, overdueMilestones: 5000 });
});

test("an event without a day, or with one to come, is not saved and says why", () => {
  const start = startState(empty);
  const typed = withEvents(
    start,
    { new_policy: "", new_priority: "2026-12-01", service_harm: "2026-11-01" },
    "2026-11-24",
  );
  expect(typed.values.events).toEqual([{ kind: "service_harm", happenedOn: "2026-11-01" }]);
  expect(Object.keys(typed.errors)).toEqual(["new_policy", "new_priority"]);
});
