import { expect, test } from "vitest";
import { madeUpAnswers } from "./made-up-rules.ts";

/** The same stream on every run. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test("about three in four answer, with twelve answers of one to five each, in the units that have people", () => {
  const { unitIds, answers } = madeUpAnswers(
    new Map([
      ["a", 400],
      ["b", 40],
      ["empty", 0],
    ]),
    stream(7),
  );
  expect(answers).toHaveLength(unitIds.length * 12);
  expect(new Set(unitIds)).toEqual(new Set(["a", "b"]));
  expect(unitIds.length).toBeGreaterThan(280);
  expect(unitIds.length).toBeLessThan(380);
  for (const answer of answers) expect(answer >= 1 && answer <= 5).toBe(true);
  expect(new Set(answers).size).toBe(5);
});
