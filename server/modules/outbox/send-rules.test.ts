import { expect, test } from "vitest";
import { backoffMinutes, failureOf, maybeTaken } from "./send-rules.ts";

test("tries are a minute, two, four ... and at last half an hour apart", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(backoffMinutes)).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});

test.each([
  [{}, "provider"],
  [{ command: "CONN" }, "provider"],
  [{ responseCode: 535, command: "AUTH PLAIN" }, "provider"],
  [{ responseCode: 421, command: "MAIL FROM" }, "provider"],
  [{ responseCode: 450, command: "RCPT TO" }, "mail"],
  [{ responseCode: 550, command: "RCPT TO" }, "address"],
  [{ responseCode: 554, command: "DATA" }, "address"],
  [{ responseCode: 451, command: "DATA" }, "provider"],
] as const)("%o concerns the %s", (failure, what) => {
  expect(failureOf(failure)).toBe(what);
});

test("only a line that broke while handing over leaves a doubt", () => {
  expect(maybeTaken({ command: "DATA" })).toBe(true);
  expect(maybeTaken({ command: "DATA", responseCode: 451 })).toBe(false);
  expect(maybeTaken({ command: "CONN" })).toBe(false);
});
