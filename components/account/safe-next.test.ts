import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each([
  ["/o/north/overview?wave=1", "/o/north/overview?wave=1"],
  ["//evil.example", "/organisations"],
  ["https://evil.example", "/organisations"],
  ["/\\evil.example", "/organisations"],
  ["/\tevil", "/organisations"],
  ["", "/organisations"],
])("%j -> %j", (given, expected) => {
  expect(safeNext(given)).toBe(expected);
});
