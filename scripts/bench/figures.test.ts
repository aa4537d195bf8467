import { describe, expect, test } from "vitest";
import { alignedTable, type Figure, isMet, median, ratioOf, replaceBlock, sayValue, toTable } from "./figures.ts";

const figure = (one: Partial<Figure>): Figure => ({
  name: "saves",
  unit: "/s",
  measured: 300,
  raw: { value: 1000, what: "by hand" },
  target: null,
  ...one,
});

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[10, 9], 9.5],
])("median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("a median of nothing is a mistake, and the values stay in their order", () => {
  expect(() => median([])).toThrow("nothing");
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

describe("a target", () => {
  test.each<[Figure["target"], number, boolean | null]>([
    [null, 300, null],
    [{ share: 0.25 }, 250, true],
    [{ share: 0.25 }, 249, false],
    [{ times: 2 }, 2000, true],
    [{ times: 2 }, 2001, false],
    [{ below: 400 }, 399, true],
    [{ below: 400 }, 400, false],
  ])("%j with %d measured", (target, measured, met) => {
    expect(isMet(figure({ target, measured }))).toBe(met);
  });

  test("by ratio needs something to compare with", () => {
    expect(ratioOf(figure({ raw: null }))).toBeNull();
    expect(() => isMet(figure({ raw: null, target: { times: 2 } }))).toThrow("raw counterpart");
  });
});

test.each<[number, Figure["unit"], string]>([
  [1743.4, "/s", "1,743/s"],
  [41.84, "ms", "41.8 ms"],
  [0.934, "ms", "0.93 ms"],
  [101_881, "/s", "101,881/s"],
])("%d%s is said as %s", (value, unit, said) => {
  expect(sayValue(value, unit)).toBe(said);
});

test("the table lines up, numbers to the right", () => {
  const figures = [
    figure({ target: { share: 0.25 } }),
    figure({ name: "page", unit: "ms", measured: 512, raw: null, target: { below: 400 } }),
  ];
  expect(toTable(figures)).toBe(
    [
      "| figure | measured |     raw | ratio | target   | met | raw counterpart |",
      "|--------|---------:|--------:|------:|----------|-----|-----------------|",
      "| saves  |    300/s | 1,000/s | 0.30× | ≥ 0.25×  | yes | by hand         |",
      "| page   |   512 ms |         |       | < 400 ms | NO  |                 |",
    ].join("\n"),
  );
  expect(
    new Set(
      alignedTable([["a", "b"], ["longer"]])
        .split("\n")
        .map((l) => l.length),
    ).size,
  ).toBe(1);
});

test("a new block takes the place of the old one and nothing else", () => {
  const document = "# Performance\n\n<!-- bench: begin -->\n\nold\n\n<!-- bench: end -->\n\nLearned.\n";
  const once = replaceBlock(document, "new\n");
  expect(once).toBe("# Performance\n\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\n\nLearned.\n");
  expect(replaceBlock(once, "new")).toBe(once);
  expect(() => replaceBlock("# Performance", "new")).toThrow("marks");
  const two = `${once}<!-- sizes: begin -->\n<!-- sizes: end -->\n`;
  expect(replaceBlock(two, "sizes", "sizes")).toBe(`${once}<!-- sizes: begin -->\n\nsizes\n\n<!-- sizes: end -->\n`);
});
