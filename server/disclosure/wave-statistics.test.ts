import { describe, expect, test } from "vitest";
import { createAccumulator } from "./accumulator.ts";
import type { Answer } from "./scores.ts";
import { waveStatistics } from "./wave-statistics.ts";

function totals(teams: number, size: number, answer: (team: number, person: number, statement: number) => Answer) {
  const accumulator = createAccumulator(Array.from({ length: teams }, (_, t) => ({ id: `t${t}`, parentId: null })));
  for (let t = 0; t < teams; t++) {
    for (let p = 0; p < size; p++) {
      accumulator.add(
        `t${t}`,
        Array.from({ length: 12 }, (_, j) => answer(t, p, j)),
      );
    }
  }
  return accumulator.finish();
}

const NONE = { r: null, alphas: [null, null], differenceReliability: null, leanIcc1: null };

describe("wave statistics", () => {
  test("nobody answered, and fewer than fifty: the default s and nothing else", () => {
    const s = { s: 20, source: "default" };
    expect(waveStatistics(totals(0, 0, () => 3))).toEqual({ s: [s, s], ...NONE });
    expect(waveStatistics(totals(7, 7, (t, p, j) => 1 + ((t + p + j) % 5)))).toEqual({ s: [s, s], ...NONE });
  });

  test("no variance: null, never NaN, and an s of 1", () => {
    const s = { s: 1, source: "pooled" };
    expect(waveStatistics(totals(10, 10, () => 3))).toEqual({ s: [s, s], ...NONE });
  });

  test("alphas over complete rows only", () => {
    const statistics = waveStatistics(totals(10, 10, (t, p, j) => (j === 0 ? null : 1 + ((t + p * 3 + (j % 2)) % 5))));
    expect(statistics.alphas[0]).toBeNull();
    expect(statistics.alphas[1]).not.toBeNull();
    expect(statistics.differenceReliability).toBeNull();
    expect(statistics.r).not.toBeNull();
  });

  test("an import of sums has no moments: no r, no lean, the default s", () => {
    const { leaves, complete } = totals(10, 10, (t, p, j) => 1 + ((t + p + j) % 5));
    const bare = new Map([...leaves].map(([id, leaf]) => [id, { ...leaf, moments: null, bands: null }]));
    expect(waveStatistics({ leaves: bare, complete })).toEqual({
      s: [
        { s: 20, source: "default" },
        { s: 20, source: "default" },
      ],
      ...NONE,
    });
  });
});
