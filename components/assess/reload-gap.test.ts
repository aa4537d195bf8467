// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { type AssessmentValues, FACTS } from "#contracts/assessments.ts";
import { keepForReload, takeAfterReload } from "./reload-gap.ts";

const values: AssessmentValues = {
  signals: { U: 1, C: null, I: null, K: null },
  flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  events: [],
  answers: Array(12).fill(null),
  facts: Object.fromEntries(FACTS.map((f) => [f, null])) as AssessmentValues["facts"],
};

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

test("comes back once, while the server still has what it was typed over", () => {
  keepForReload("k", values, 3);
  expect(takeAfterReload("k", 3)).toEqual(values);
  expect(takeAfterReload("k", 3)).toBeNull();
});

test("a later revision, mine or somebody else's, wins", () => {
  keepForReload("k", values, 3);
  expect(takeAfterReload("k", 4)).toBeNull();
});

test("old and broken ones are dropped", () => {
  vi.useFakeTimers();
  keepForReload("k", values, 3);
  vi.advanceTimersByTime(6 * 60_000);
  expect(takeAfterReload("k", 3)).toBeNull();
  sessionStorage.setItem("k", "{not json");
  expect(takeAfterReload("k", 3)).toBeNull();
  sessionStorage.setItem("k", JSON.stringify({ at: Date.now(), basedOn: 3, values: { answers: [9] } }));
  expect(takeAfterReload("k", 3)).toBeNull();
});
