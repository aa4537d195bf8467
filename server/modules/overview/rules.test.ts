import { describe, expect, test } from "vitest";
import { heardSentence, lookBack, movingSentence, safeSentence, sinceSentences } from "./rules.ts";

describe("since you last looked", () => {
  test.each([
    ["the first visit", null, null],
    ["a visit of another day", { lookedOn: "2026-11-20", beforeOn: "2026-10-24" }, "2026-11-20"],
    ["the second look of today", { lookedOn: "2026-11-24", beforeOn: "2026-10-24" }, "2026-10-24"],
    ["the second look of the first day", { lookedOn: "2026-11-24", beforeOn: null }, null],
  ])("%s", (_, look, since) => {
    expect(lookBack(look, "2026-11-24")).toBe(since);
  });

  test("each in one sentence, nothing that did not happen", () => {
    const nothing = { published: [], asked: 0, answered: 0, passedUp: 0, closed: [], teams: 0 };
    expect(sinceSentences(nothing)).toEqual([]);
    expect(
      sinceSentences({
        published: ["Autumn 2026"],
        asked: 1,
        answered: 2,
        passedUp: 1,
        closed: [
          { outcome: "kept", count: 2 },
          { outcome: "stopped", count: 1 },
          { outcome: "changed", count: 0 },
        ],
        teams: 3,
      }),
    ).toEqual([
      "The results of Autumn 2026 came out.",
      "1 request for help was made.",
      "2 requests for help were answered.",
      "1 request went up because no answer came in time.",
      "3 actions were closed: 2 kept, 1 stopped.",
      "3 teams joined.",
    ]);
  });
});

describe("heard", () => {
  const base = { label: "Autumn 2026", participation: 75, answers: 84, inTime: null };
  test.each([
    [base, "About 75% of those asked answered in Autumn 2026; no request for help has been due."],
    [
      { ...base, participation: 90 },
      "90% or more of those asked answered in Autumn 2026; no request for help has been due.",
    ],
    [{ ...base, participation: null }, "84 people answered in Autumn 2026; no request for help has been due."],
    [{ ...base, participation: null, answers: null }, "Autumn 2026 is published; no request for help has been due."],
    [
      { ...base, participation: null, answers: 1086 },
      "1,086 people answered in Autumn 2026; no request for help has been due.",
    ],
    [{ ...base, label: null }, "No wave is published yet; no request for help has been due."],
    [
      { ...base, inTime: { inTime: 4, of: 5 } },
      "About 75% of those asked answered in Autumn 2026; 4 of 5 requests for help were answered in time.",
    ],
    [
      { ...base, inTime: { inTime: 0, of: 1 } },
      "About 75% of those asked answered in Autumn 2026; the one request for help that was due was not answered in time.",
    ],
    [
      { ...base, inTime: { inTime: 3, of: 3 } },
      "About 75% of those asked answered in Autumn 2026; all 3 requests for help were answered in time.",
    ],
  ])("%j", (facts, sentence) => {
    expect(heardSentence(facts)).toBe(sentence);
  });
});

describe("safe", () => {
  test.each([
    [
      { counted: null, harmed: 0 },
      "Nothing has been counted for delivery; no team has said that the service could be harmed.",
    ],
    [
      { counted: { of: 0, high: 0 }, harmed: 1 },
      "Nothing has been counted for delivery; 1 team has said that the service could be harmed.",
    ],
    [
      { counted: { of: 12, high: 3 }, harmed: 2 },
      "Counted delivery risk is 40 or more in 3 of 12 places where it is known; 2 teams have said that the service could be harmed.",
    ],
    [
      { counted: { of: 12, high: 0 }, harmed: 0 },
      "Counted delivery risk is under 40 in all 12 places where it is known; no team has said that the service could be harmed.",
    ],
    [
      { counted: { of: 1, high: 1 }, harmed: 0 },
      "Counted delivery risk is 40 or more in the one place where it is known; no team has said that the service could be harmed.",
    ],
  ])("%j", (facts, sentence) => {
    expect(safeSentence(facts)).toBe(sentence);
  });
});

describe("moving", () => {
  test.each([
    [{ teams: 0, withPlan: 0, overdue: 0 }, "There is no team here yet."],
    [{ teams: 50, withPlan: 0, overdue: 0 }, "No team has an open plan; nothing is past its day."],
    [{ teams: 50, withPlan: 31, overdue: 4 }, "31 of 50 teams have an open plan; 4 actions are past their day."],
    [{ teams: 50, withPlan: 1, overdue: 1 }, "1 of 50 teams has an open plan; 1 action is past its day."],
    [{ teams: 2, withPlan: 2, overdue: 0 }, "All 2 teams have an open plan; nothing is past its day."],
    [{ teams: 1, withPlan: 1, overdue: 0 }, "The one team has an open plan; nothing is past its day."],
  ])("%j", (facts, sentence) => {
    expect(movingSentence(facts)).toBe(sentence);
  });
});
