import fc from "fast-check";
import { expect, test } from "vitest";
import { BUCKET_LIMIT, bucketsOf } from "./buckets-rules.ts";

const sizes = (buckets: number[]) => [...Map.groupBy(buckets, (b) => b).values()].map((of) => of.length);

test("up to sixty people are one bucket; more are buckets of thirty to sixty", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (people) => {
      const found = sizes(bucketsOf(people, Math.random));
      expect(found.reduce((a, b) => a + b)).toBe(people);
      if (people <= BUCKET_LIMIT) expect(found).toHaveLength(1);
      else for (const size of found) expect(size >= 30 && size <= BUCKET_LIMIT).toBe(true);
    }),
  );
});

test("who lands in which bucket is left to chance", () => {
  expect(bucketsOf(120, Math.random)).not.toEqual(bucketsOf(120, Math.random));
});
