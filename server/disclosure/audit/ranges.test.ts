import { describe, expect, test } from "vitest";
import { Undecided } from "./core.ts";
import { rangesHold } from "./ranges.ts";

const sum = (atoms: number[], value: number) => ({ atoms, value });

describe("rangesHold", () => {
  test("nothing coupled, nothing to say", () => expect(rangesHold([], [])).toBe(true));

  test("two releases that group the same four teams in two ways, in the middle of the scale", () => {
    const n = [6, 6, 6, 6];
    expect(rangesHold([sum([0, 1], 36), sum([2, 3], 36), sum([0, 2], 36), sum([1, 3], 36)], n)).toBe(true);
  });

  test("all of them at an end leave nobody anything", () => {
    const n = [6, 6, 6, 6];
    const sums = (value: number) =>
      [
        [0, 1],
        [2, 3],
        [0, 2],
        [1, 3],
      ].map((atoms) => sum(atoms, value));
    expect(rangesHold(sums(60), n)).toBe(false);
    // Four points of room in each pair are enough: any one of the teams can take them all.
    expect(rangesHold(sums(56), n)).toBe(true);
    expect(rangesHold(sums(57), n)).toBe(false);
    expect(rangesHold(sums(16), n)).toBe(true);
    expect(rangesHold(sums(15), n)).toBe(false);
  });

  test("a single person between two groups keeps the whole scale only while both sums allow it", () => {
    // Atom 1 is one person, in both sums.
    expect(rangesHold([sum([0, 1], 20), sum([1, 2], 20)], [6, 1, 6])).toBe(true);
    expect(rangesHold([sum([0, 1], 34), sum([1, 2], 20)], [6, 1, 6])).toBe(false);
  });

  test("sums that contradict each other prove nothing good", () => {
    expect(rangesHold([sum([0, 1], 30), sum([0, 1], 31)], [6, 6])).toBe(false);
  });

  test("what is too large to decide is not passed", () => {
    const side = 60;
    const line = Array.from({ length: side }, (_, i) => i);
    const rows = line.flatMap((i) => [
      sum(
        line.map((j) => side * i + j),
        3 * side + 100,
      ),
      sum(
        line.map((j) => side * j + i),
        3 * side + 100,
      ),
    ]);
    expect(() => rangesHold(rows, new Array(side * side).fill(1))).toThrow(Undecided);
  });
});
