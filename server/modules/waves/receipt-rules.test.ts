import { expect, test } from "vitest";
import { type Promised, receiptText } from "./receipt-rules.ts";

const promised: Promised = {
  organisation: "North",
  wave: "Autumn 2026",
  k: 5,
  closesAt: "2026-10-24T16:00:00.000Z",
  closesOn: "2026-10-24",
  deletesOn: "2028-10-24",
  welsh: false,
  statements: [{ code: "D1", part: "agreement", en: "I know.", cy: null }],
};

test("says the promise in words, and does not depend on the order in which it was put together", () => {
  const text = receiptText(promised);
  expect(text).toContain("Results appear after 24 October 2026, only for groups of 5 or more.");
  expect(text).toContain("Answers are deleted on 24 October 2028.");
  const turned = Object.fromEntries(Object.entries(promised).reverse()) as Promised;
  expect(receiptText(turned)).toBe(text);
  expect(receiptText(JSON.parse(text) as Promised)).toBe(text);
});

test.each([
  { organisation: "South" },
  { wave: "Autumn" },
  { k: 6 },
  { closesAt: "2026-10-24T16:01:00.000Z" },
  { closesOn: "2026-10-25" },
  { deletesOn: "2029-10-24" },
  { welsh: true },
  { statements: [{ code: "D1", part: "agreement" as const, en: "I know!", cy: null }] },
])("%o makes another receipt", (change) => {
  expect(receiptText({ ...promised, ...change })).not.toBe(receiptText(promised));
});
