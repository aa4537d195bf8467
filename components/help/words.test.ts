import { describe, expect, test } from "vitest";
import { answerHead, clockWords, inTimeWords, teamTitle, waitingTitle } from "./words.ts";

const waiting = (...over: number[]) => over.map((daysOver) => ({ daysOver }));

describe("the words of asking and answering", () => {
  test.each([
    [[], "Nobody is waiting for you"],
    [[0], "One request waits for your answer"],
    [[0, 0], "Two requests wait for your answer"],
    [[3], "One request waits for your answer; it is over time"],
    [[3, 0], "Two requests wait for your answer; one is over time"],
    [[3, 2, 0], "Three requests wait for your answer; two are over time"],
    [[3, 2], "Two requests wait for your answer; all are over time"],
    [Array(12).fill(0), "12 requests wait for your answer"],
  ])("%j waiting", (over, title) => {
    expect(waitingTitle(waiting(...over))).toBe(title);
  });

  test.each([
    [{ daysLeft: 9, daysOver: 0 }, "9 working days left, until 8 December 2026"],
    [{ daysLeft: 1, daysOver: 0 }, "1 working day left, until 8 December 2026"],
    [{ daysLeft: 0, daysOver: 0 }, "The last day to answer is today"],
    [{ daysLeft: 0, daysOver: 2 }, "2 working days over its time"],
  ])("a clock at %j", (clock, words) => {
    expect(clockWords({ ...clock, dueOn: "2026-12-08" })).toBe(words);
  });

  test.each([
    [[], "Voids has not asked for help yet"],
    [["answered"], "Voids waits for no answer"],
    [["waiting", "answered"], "Voids waits for one answer"],
    [["waiting", "waiting"], "Voids waits for 2 answers"],
  ] as const)("a team with %j", (statuses, title) => {
    expect(
      teamTitle(
        "Voids",
        statuses.map((status) => ({ status })),
      ),
    ).toBe(title);
  });

  test("answers name their date, shares their count", () => {
    expect(answerHead("yes_by", "2026-12-18")).toBe("Yes, by 18 December 2026");
    expect(answerHead("overdue", null)).toBe("No answer came in time: passed up");
    expect(inTimeWords(null)).toBeNull();
    expect(inTimeWords({ inTime: 4, of: 5 })).toBe("4 of 5 answered in time over the last twelve months");
    expect(inTimeWords({ inTime: 5, of: 5 })).toBe("All 5 answered in time over the last twelve months");
    expect(inTimeWords({ inTime: 0, of: 1 })).toBe("The one that was due was not answered in time");
  });
});
