import { expect, test } from "vitest";
import { STATEMENTS } from "#content/statements.ts";
import { otherStatements, sameAxis } from "./asked-rules.ts";

const asked = (source: string, words: Record<string, string> = {}) => ({
  source,
  words: new Map(Object.entries(words)),
});

test("a wave that keeps its own words is compared with one that kept none by the twelve of the product", () => {
  const same = asked("pulse", { D1: STATEMENTS.D1.member, E6: STATEMENTS.E6.member });
  expect([...otherStatements(same, asked("pulse"))]).toEqual([]);
  const changed = asked("pulse", { D1: "We know what we are here for.", E6: STATEMENTS.E6.member });
  expect([...otherStatements(changed, same)]).toEqual(["D1"]);
});

test("an import is like another import, and like nothing that was asked here", () => {
  expect(otherStatements(asked("import"), asked("import")).size).toBe(0);
  expect(otherStatements(asked("pulse"), asked("import")).size).toBe(12);
});

test("an axis is compared only where all six of its statements are the same", () => {
  expect(sameAxis(new Set(["D1"] as const), "direction")).toBe(false);
  expect(sameAxis(new Set(["D1"] as const), "delivery")).toBe(true);
});
