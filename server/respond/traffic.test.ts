import { expect, test } from "vitest";
import { admit, LIMIT_PER_MINUTE, newTraffic } from "./traffic.ts";

const MINUTE = 60_000;

test("a network has its share of a minute, and the next minute a new one", () => {
  const traffic = newTraffic();
  for (let i = 0; i < LIMIT_PER_MINUTE; i++) expect(admit(traffic, "a", 10 * MINUTE + i)).toBe(true);
  expect(admit(traffic, "a", 10 * MINUTE)).toBe(false);
  expect(admit(traffic, "b", 10 * MINUTE)).toBe(true);
  expect(admit(traffic, "a", 11 * MINUTE)).toBe(true);
});

test("what is remembered ends with the minute, and has an end within it", () => {
  const traffic = newTraffic();
  for (let i = 0; i < 60_000; i++) admit(traffic, `network ${i}`, 0);
  expect(traffic.counts.size).toBeLessThanOrEqual(50_000);
  admit(traffic, "later", MINUTE);
  expect([...traffic.counts.keys()]).toEqual(["later"]);
});
