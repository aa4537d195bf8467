import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HelpStep } from "#contracts/help.ts";
import { endingStep, firstPlace, isSameAnswer, leaderAbove, legsOf, reachedOn, type StepFacts } from "./rules.ts";

const PATH = ["root", "directorate", "service", "team"];
const step = (kind: HelpStep, on: string, more: Partial<StepFacts> = {}): StepFacts => ({
  kind,
  on,
  atUnitId: "service",
  personId: "lee",
  sentence: "We will.",
  byDate: null,
  ...more,
});

describe("where a request goes", () => {
  test.each([
    ["the leader right above", ["service", "directorate", "root"], "service"],
    ["the next one up where the unit has no leader", ["directorate", "root"], "directorate"],
    ["the top leader", ["root"], "root"],
    ["the organisation itself where nobody leads at all", [], "root"],
    ["never the team's own supervisor", ["team"], "root"],
  ])("%s", (_, led, expected) => {
    expect(firstPlace(PATH, new Set(led))).toBe(expected);
  });

  test.each([
    ["service", ["service", "directorate", "root"], "directorate"],
    ["service", ["service", "root"], "root"],
    ["directorate", ["directorate"], null],
    ["root", ["root", "service"], null],
    // After a reorganisation the old place is not above the team any more.
    ["elsewhere", ["elsewhere", "service", "root"], "service"],
  ])("passed up from %s with leaders at %j", (from, led, expected) => {
    expect(leaderAbove(PATH, from, new Set(led))).toBe(expected);
  });

  test("passing up ends: each place lies above the one before", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(ids, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (path, coins) => {
        const led = new Set(path.filter((_, i) => coins[i]));
        let at: string | null = firstPlace(path, led);
        for (let hops = 0; at !== null; hops++) {
          expect(hops).toBeLessThan(path.length);
          const next = leaderAbove(path, at, led);
          if (next !== null) expect(path.indexOf(next)).toBeLessThan(path.indexOf(at));
          at = next;
        }
      }),
    );
  });
});

describe("the clock of the leader who has it", () => {
  test("runs from the day on which it was asked, or was passed up last", () => {
    expect(reachedOn("2026-11-02", [])).toBe("2026-11-02");
    const passed = [step("overdue", "2026-11-17"), step("not_mine", "2026-11-20")];
    expect(reachedOn("2026-11-02", passed)).toBe("2026-11-20");
    expect(reachedOn("2026-11-02", [...passed, step("in_part", "2026-11-24")])).toBe("2026-11-20");
  });
});

describe("legs", () => {
  const asked = { askedOn: "2026-11-02", atUnitId: "root" };

  test("each leader had the request once, with an answer or without", () => {
    const steps = [
      step("overdue", "2026-11-17", { atUnitId: "service" }),
      step("not_mine", "2026-11-19", { atUnitId: "directorate" }),
      step("yes_by", "2026-11-23", { atUnitId: "root" }),
    ];
    expect(legsOf(asked, steps)).toEqual([
      { atUnitId: "service", reachedOn: "2026-11-02", answeredOn: null },
      { atUnitId: "directorate", reachedOn: "2026-11-17", answeredOn: "2026-11-19" },
      { atUnitId: "root", reachedOn: "2026-11-19", answeredOn: "2026-11-23" },
    ]);
  });

  test("one that waits is a leg without an answer", () => {
    expect(legsOf(asked, [])).toEqual([{ atUnitId: "root", reachedOn: "2026-11-02", answeredOn: null }]);
  });

  test("taken back: what others did before still counts, the last leg does not", () => {
    expect(legsOf(asked, [step("withdrawn", "2026-11-03")])).toEqual([]);
    expect(legsOf(asked, [step("not_mine", "2026-11-04"), step("withdrawn", "2026-11-05")])).toHaveLength(1);
  });
});

describe("answers", () => {
  test("only the three that end it are its answer", () => {
    expect(endingStep([step("overdue", "2026-11-17"), step("not_mine", "2026-11-18")])).toBeNull();
    const no = step("no_because", "2026-11-19");
    expect(endingStep([step("overdue", "2026-11-17"), no])).toBe(no);
  });

  const last = step("yes_by", "2026-11-10", { byDate: "2026-12-01" });
  const answer = { kind: "yes_by", by: "2026-12-01", sentence: "We will." } as const;
  test.each([
    ["the same again", last, "lee", answer, true],
    ["by somebody else", last, "sam", answer, false],
    ["another sentence", last, "lee", { ...answer, sentence: "We may." }, false],
    ["another day", last, "lee", { ...answer, by: "2026-12-02" }, false],
    ["another kind", last, "lee", { kind: "in_part", sentence: "We will." } as const, false],
    ["nothing before", undefined, "lee", answer, false],
  ])("%s", (_, before, person, given, same) => {
    expect(isSameAnswer(before, person, given)).toBe(same);
  });
});
