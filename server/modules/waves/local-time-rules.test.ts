import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, localOf, monthOf, monthsLater } from "./local-time-rules.ts";

const LONDON = "Europe/London";

describe("wall time in London", () => {
  test.each([
    // Summer time ends on 25 October 2026 at 02:00, which becomes 01:00.
    ["2026-10-24T09:00", "2026-10-24T08:00:00.000Z"],
    ["2026-10-25T00:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T01:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T02:00", "2026-10-25T02:00:00.000Z"],
    ["2026-10-26T09:00", "2026-10-26T09:00:00.000Z"],
    // It begins on 28 March 2027 at 01:00, which becomes 02:00.
    ["2027-03-27T09:00", "2027-03-27T09:00:00.000Z"],
    ["2027-03-28T00:59", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28T01:30", "2027-03-28T01:30:00.000Z"],
    ["2027-03-28T02:00", "2027-03-28T01:00:00.000Z"],
    ["2027-03-29T09:00", "2027-03-29T08:00:00.000Z"],
  ])("%s is %s", (local, instant) => {
    expect(instantOf(local, LONDON).toISOString()).toBe(instant);
  });

  test("the hour that never comes is read as an hour later, the one that comes twice as the first", () => {
    expect(localOf(instantOf("2027-03-28T01:30", LONDON), LONDON)).toBe("2027-03-28T02:30");
    expect(localOf(new Date("2026-10-25T00:30:00Z"), LONDON)).toBe("2026-10-25T01:30");
    expect(localOf(new Date("2026-10-25T01:30:00Z"), LONDON)).toBe("2026-10-25T01:30");
  });
});

test.each(["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC", "Pacific/Apia"])(
  "every minute of %s comes back, but for the hour that comes twice",
  (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 28_400_000, max: 31_600_000 }), (minute) => {
        const instant = new Date(minute * 60_000);
        const local = localOf(instant, zone);
        const back = instantOf(local, zone);
        expect(localOf(back, zone)).toBe(local);
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instant.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000);
      }),
    );
  },
);

test.each([
  ["2026-11-24T09:00", 1, "2026-12-24T09:00"],
  ["2026-12-31T17:00", 2, "2027-02-28T17:00"],
  ["2027-11-30T17:00", 3, "2028-02-29T17:00"],
  ["2026-10-05T09:00", 3, "2027-01-05T09:00"],
])("%s and %s months are %s", (local, months, later) => {
  expect(monthsLater(local, months)).toBe(later);
});

test("a wave is called by its month, and a text that is no time is refused", () => {
  expect(monthOf("2027-01-05T09:00")).toBe("January 2027");
  expect(() => instantOf("tomorrow", LONDON)).toThrow("no wall time");
});
