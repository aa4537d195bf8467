import { expect, test } from "vitest";
import { monthBefore, nextMonthly } from "./month-rules.ts";

test.each([
  ["2026-11-24", "2026-12-01"],
  ["2026-12-01", "2027-01-01"],
  ["2027-01-31", "2027-02-01"],
  ["2028-02-29", "2028-03-01"],
])("after %s the next mail goes on %s", (today, next) => {
  expect(nextMonthly(today).toISOString()).toBe(`${next}T05:00:00.000Z`);
});

test.each([
  ["2026-12-01", "November 2026", "2026-11-01", "2026-10-31"],
  ["2027-01-01", "December 2026", "2026-12-01", "2026-11-30"],
  ["2028-03-02", "February 2028", "2028-02-01", "2028-01-31"],
])("on %s it tells of %s", (today, label, first, dayBefore) => {
  expect(monthBefore(today)).toEqual({ label, first, dayBefore });
});
