import { expect, test } from "vitest";
import { ownAddress } from "./own-address.ts";

const SITE = "https://bearing.example.org";

test.each([
  ["/o/north", `${SITE}/o/north`],
  [`${SITE}/organisations?x=1`, `${SITE}/organisations?x=1`],
  ["//evil.example", SITE],
  ["https://evil.example/", SITE],
  ["http://bearing.example.org/", SITE],
  ["/\\evil.example", SITE],
  ["/\t/evil.example", SITE],
  ["javascript:alert(1)", SITE],
  ["https://bearing.example.org@evil.example/", SITE],
  ["https://bearing.example.org.evil.example/", SITE],
  ["https://[", SITE],
  ["", `${SITE}/`],
])("%j leads to %s", (asked, expected) => {
  expect(ownAddress(asked, SITE)).toBe(expected);
});
