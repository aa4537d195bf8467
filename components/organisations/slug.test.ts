import { expect, test } from "vitest";
import { Slug } from "#contracts/accounts.ts";
import { proposeSlug } from "./slug.ts";

test.each([
  ["St Brannoc NHS Trust", "st-brannoc-nhs-trust"],
  ["Children's services", "childrens-services"],
  ["  Ynys Môn  ", "ynys-mon"],
  ["A & B (2026)", "a-b-2026"],
  ["---", ""],
  [`${"A".repeat(47)} b`, "a".repeat(47)],
])("%j gives %j", (name, slug) => {
  expect(proposeSlug(name)).toBe(slug);
  if (slug) expect(Slug.safeParse(slug).success).toBe(true);
});
