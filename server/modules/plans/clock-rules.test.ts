import { describe, expect, test } from "vitest";
import { HelpAnswer } from "#contracts/plans.ts";
import { bankHolidays } from "./bank-holidays.ts";
import {
  addWorkingDays,
  answeredInTime,
  answerProblems,
  byAge,
  helpClock,
  isWorkingDay,
  workingDaysBetween,
} from "./clock-rules.ts";

describe("bank holidays of England and Wales", () => {
  // As published at gov.uk/bank-holidays, month and day.
  test.each([
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
    [2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"],
    [2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"],
    [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
    [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
    [2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"],
  ])("%i", (year, days) => {
    expect(bankHolidays(year).map(({ date }) => date)).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  test("all fall on weekdays, eight at least, in any later year", () => {
    for (let year = 2020; year <= 2080; year++) {
      const days = bankHolidays(year);
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(days.length).toBeGreaterThanOrEqual(8);
      for (const { date } of days) expect([1, 2, 3, 4, 5]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
    }
  });

  test("a year whose proclaimed days are not listed is refused, not guessed", () => {
    expect(() => bankHolidays(2019)).toThrow(RangeError);
  });
});

describe("ten working days", () => {
  test.each([
    ["a plain Tuesday", "2026-11-03", "2026-11-17"],
    ["a Saturday counts from Monday", "2026-11-07", "2026-11-20"],
    ["over Christmas, Boxing Day's substitute and New Year", "2026-12-15", "2026-12-31"],
    ["over New Year as well", "2026-12-18", "2027-01-06"],
    ["over Easter", "2026-03-27", "2026-04-14"],
    ["over one bank holiday in May", "2026-05-01", "2026-05-18"],
  ])("%s", (_, asked, due) => {
    expect(addWorkingDays(asked, 10)).toBe(due);
    expect(workingDaysBetween(asked, due)).toBe(10);
  });

  test("the last day is in time, the next working day is over", () => {
    expect(helpClock("2026-11-03", "2026-11-03")).toEqual({ dueOn: "2026-11-17", daysLeft: 10, daysOver: 0 });
    expect(helpClock("2026-11-03", "2026-11-16")).toEqual({ dueOn: "2026-11-17", daysLeft: 1, daysOver: 0 });
    expect(helpClock("2026-11-03", "2026-11-17")).toEqual({ dueOn: "2026-11-17", daysLeft: 0, daysOver: 0 });
    expect(helpClock("2026-11-03", "2026-11-18")).toEqual({ dueOn: "2026-11-17", daysLeft: 0, daysOver: 1 });
    // Overdue on a Friday, still one day over on Sunday.
    expect(helpClock("2026-11-05", "2026-11-22").daysOver).toBe(1);
    expect(helpClock("2026-11-03", "2026-11-06", 3).daysOver).toBe(0);
  });

  test("weekends and bank holidays are no working days", () => {
    const days = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-28", "2026-12-29"];
    expect(days.map(isWorkingDay)).toEqual([true, false, false, false, true]);
  });
});

test("share answered in time", () => {
  const asked = (reachedOn: string, answeredOn: string | null) => ({ reachedOn, answeredOn });
  const list = [
    asked("2026-11-03", "2026-11-17"),
    asked("2026-11-03", "2026-11-18"),
    asked("2026-11-03", null),
    asked("2026-11-16", null),
  ];
  expect(answeredInTime(list, "2026-11-24")).toEqual({ inTime: 1, of: 3 });
  // On its last day the unanswered one is not late yet.
  expect(answeredInTime(list, "2026-11-17")).toEqual({ inTime: 1, of: 2 });
  expect(answeredInTime([asked("2026-11-16", null)], "2026-11-24")).toBeNull();
});

test("the longest waiting first", () => {
  const asked = [
    { id: "b", askedOn: "2026-11-03" },
    { id: "a", askedOn: "2026-10-01" },
    { id: "c", askedOn: "2026-11-03" },
  ];
  expect(byAge(asked).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

describe("the four answers", () => {
  const sentence = "The second van comes in January.";
  test.each([
    [{ kind: "yes_by", by: "2026-12-01", sentence }, true, []],
    [{ kind: "yes_by", by: "2026-11-24", sentence }, true, []],
    [{ kind: "yes_by", by: "2026-11-23", sentence }, true, ["by"]],
    [{ kind: "yes_by", sentence }, false, []],
    [{ kind: "in_part", sentence }, true, []],
    [{ kind: "no_because", sentence: "  " }, false, []],
    [{ kind: "not_mine", sentence }, true, []],
    [{ kind: "later", sentence }, false, []],
  ])("%j", (given, fine, wrong) => {
    const answer = HelpAnswer.safeParse(given);
    expect(answer.success).toBe(fine);
    if (answer.success) expect(Object.keys(answerProblems(answer.data, "2026-11-24"))).toEqual(wrong);
  });
});
