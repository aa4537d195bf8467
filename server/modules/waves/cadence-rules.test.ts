import { describe, expect, test } from "vitest";
import { nextPlan, reminderDue, reminderTimes } from "./cadence-rules.ts";

const wave = {
  opensAt: new Date("2026-10-05T08:00:00Z"),
  closesAt: new Date("2026-10-19T16:00:00Z"),
  deletesOn: "2028-10-19",
};
const NONE = new Set<string>();

describe("the wave after this one", () => {
  test("a quarter later at the same time on the wall, across the change of the clocks", () => {
    expect(nextPlan("quarterly", wave, "Europe/London", NONE)).toEqual({
      label: "January 2027",
      opensAt: new Date("2027-01-05T09:00:00Z"),
      closesAt: new Date("2027-01-19T17:00:00Z"),
      deletesOn: "2029-01-19",
    });
  });
  test("a month later, into the spring change of 28 March 2027", () => {
    const march = {
      opensAt: new Date("2027-02-28T01:30:00Z"),
      closesAt: new Date("2027-03-10T09:00:00Z"),
      deletesOn: "2029-03-10",
    };
    // 01:30 does not exist on that day.
    expect(nextPlan("monthly", march, "Europe/London", NONE)?.opensAt).toEqual(new Date("2027-03-28T01:30:00Z"));
  });
  test("by hand there is none, and a taken name is numbered", () => {
    expect(nextPlan("by_hand", wave, "Europe/London", NONE)).toBeNull();
    expect(nextPlan("monthly", { ...wave, closesAt: null }, "Europe/London", NONE)).toBeNull();
    const taken = new Set(["November 2026", "November 2026 (2)"]);
    expect(nextPlan("monthly", wave, "Europe/London", taken)?.label).toBe("November 2026 (3)");
  });
});

describe("reminders", () => {
  test("halfway and two days before the end; none in a window of three days", () => {
    expect(reminderTimes(wave.opensAt, wave.closesAt).map((at) => at.toISOString())).toEqual([
      "2026-10-12T12:00:00.000Z",
      "2026-10-17T16:00:00.000Z",
    ]);
    expect(reminderTimes(wave.opensAt, new Date("2026-10-08T08:00:00Z"))).toEqual([]);
    // Halfway of four days and two days before their end are one moment.
    expect(reminderTimes(wave.opensAt, new Date("2026-10-09T08:00:00Z"))).toHaveLength(1);
  });
  test.each([
    ["2026-10-12T11:00:00Z", null, false],
    ["2026-10-12T12:00:00Z", null, true],
    ["2026-10-12T13:00:00Z", "2026-10-12T12:00:00Z", false],
    ["2026-10-12T13:00:00Z", "2026-10-12T08:00:00Z", false],
    ["2026-10-12T13:00:00Z", "2026-10-10T08:00:00Z", true],
    ["2026-10-18T00:00:00Z", "2026-10-12T12:00:00Z", true],
    ["2026-10-19T16:00:00Z", null, false],
  ])("at %s, the last at %s: %s", (now, last, due) => {
    expect(reminderDue(wave.opensAt, wave.closesAt, last ? new Date(last) : null, new Date(now))).toBe(due);
  });
});
