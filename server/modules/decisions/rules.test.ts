import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOf, hasMoved, isUnchanged, type Live, lineProblems } from "./rules.ts";

const LIVE: Live[] = [
  { id: "a", position: 1, words: "Homes fit to live in" },
  { id: "b", position: 2, words: "Answer within a week" },
  { id: "c", position: 3, words: "Keep people safe" },
];
const words = (ids: string) => [...ids].map((id) => LIVE.find((p) => p.id === id)?.words ?? "");

describe("what happens to priorities", () => {
  test.each([
    ["the same list changes nothing", words("abc"), { end: [], move: [], begin: [] }],
    ["spaces are no change", ["  Homes fit  to live in", ...words("bc")], { end: [], move: [], begin: [] }],
    [
      "swapped: both keep their teams",
      words("bac"),
      {
        end: [],
        move: [
          { id: "b", position: 1 },
          { id: "a", position: 2 },
        ],
        begin: [],
      },
    ],
    [
      "cleared: the ones below move up",
      ["", ...words("bc")],
      {
        end: ["a"],
        move: [
          { id: "b", position: 1 },
          { id: "c", position: 2 },
        ],
        begin: [],
      },
    ],
    [
      "reworded: the old one ends, a new one begins",
      [...words("ab"), "Keep everybody safe"],
      { end: ["c"], move: [], begin: [{ position: 3, words: "Keep everybody safe" }] },
    ],
    ["all taken back", [], { end: ["a", "b", "c"], move: [], begin: [] }],
  ])("%s", (_, wanted, change) => {
    expect(changeOf(LIVE, wanted)).toEqual(change);
  });

  test("applied, the list is what was wanted, whatever it was before", () => {
    const list = fc.uniqueArray(fc.constantFrom("one", "two", "three", "four", "five"), { maxLength: 3 });
    fc.assert(
      fc.property(list, list, (before, wanted) => {
        const live = before.map((text, i) => ({ id: text, position: i + 1, words: text }));
        const change = changeOf(live, wanted);
        const after = [
          ...live
            .filter(({ id }) => !change.end.includes(id))
            .map((p) => ({ ...p, position: change.move.find(({ id }) => id === p.id)?.position ?? p.position })),
          ...change.begin,
        ].sort((a, b) => a.position - b.position);
        expect(after.map((p) => p.words)).toEqual(wanted);
        expect(isUnchanged(change)).toBe(before.join() === wanted.join());
      }),
    );
  });

  test("a list that somebody else has changed is noticed, a mere order is not", () => {
    expect(hasMoved(LIVE, ["a", "b", "c"])).toBe(false);
    expect(hasMoved(LIVE, ["c", "a", "b"])).toBe(false);
    expect(hasMoved(LIVE, ["a", "b"])).toBe(true);
    expect(hasMoved(LIVE, ["a", "b", "x"])).toBe(true);
    expect(hasMoved([], [])).toBe(false);
  });

  test("a line of two characters says nothing; an empty one is left out", () => {
    expect(lineProblems(["ok", "", "fine"])).toEqual({ "priorities.0": "Use at least three characters." });
  });
});
