import { describe, expect, test } from "vitest";
import { createAccumulator, type LeafTotal } from "./accumulator.ts";
import { axisBlock, axisLimits, limitOf, moveExtreme, statementBlock } from "./blocks.ts";
import type { Answer } from "./scores.ts";

function leaf(...people: Answer[][]): LeafTotal {
  const accumulator = createAccumulator([{ id: "t", parentId: null }]);
  for (const answers of people) accumulator.add("t", answers);
  return accumulator.finish().leaves.get("t")!;
}

const times = (n: number, answers: Answer[]) => Array.from({ length: n }, () => answers);
const both = (axis: Answer[]) => [...axis, ...axis];

describe("extremes", () => {
  test("limits leave one person the whole scale", () => {
    expect(axisLimits(5)).toEqual({ low: 540, high: 1260 });
    expect(moveExtreme(5, 1500)).toBe(1260);
    expect(moveExtreme(5, 300)).toBe(540);
    expect(moveExtreme(5, 900)).toBe(900);
  });

  test("a block at the limit is marked as one beyond it; inside it is not", () => {
    expect(limitOf(5, 1260)).toBe("or_less");
    expect(limitOf(5, 540)).toBe("or_more");
    expect(limitOf(5, 1259)).toBeNull();
    // Two moved blocks together lie inside: not marked.
    expect(limitOf(10, 2520)).toBeNull();
  });

  test("a unanimous team: the axis moves by 4 raw points, and so does each statement", () => {
    const team = leaf(...times(10, both([5, 5, 5, 5, 5, 5])));
    const block = axisBlock([team]);
    expect(block).toEqual({ n: 10, axes: [2760, 2760], moved: [-240, -240] });
    expect(statementBlock([team], [block]).statements).toEqual(new Array(12).fill(2760));
  });

  test("several first-pattern blocks in one of the second: statements follow what moved, exactly", () => {
    const high = leaf(...times(6, both([5, 5, 5, 5, 5, 4])));
    const low = leaf(...times(5, both([1, 1, 1, 2, 1, 1])));
    const inside = [axisBlock([high]), axisBlock([low])];
    const { statements } = statementBlock([high, low], inside);
    for (const axis of [0, 1]) {
      const six = statements.slice(6 * axis, 6 * axis + 6).reduce((a, b) => a + b, 0);
      expect(six).toBe(6 * (inside[0]!.axes[axis]! + inside[1]!.axes[axis]!));
    }
  });
});

describe("a statement that one to four people of a block answered", () => {
  const skipE1 = (x: Answer[]): Answer[] => [4, 3, 4, 2, 4, 3, null, ...x];
  const people = [
    [...[4, 3, 4, 2, 4, 3], ...[1, 4, 4, 4, 4, 4]],
    ...times(6, skipE1([4, 4, 4, 3, 5])),
    ...times(5, skipE1([2, 3, 3, 3, 5])),
  ];
  const team = leaf(...people);

  test("is stored as if nobody had, and the six still are 6 x the axis", () => {
    const block = axisBlock([team]);
    const { statements, answered } = statementBlock([team], [block]);
    expect(answered[6]).toBe(1);
    expect(team.statements[6]).not.toBe(block.axes[1]);
    expect(statements[6]).toBe(block.axes[1]);
    expect(statements.slice(6).reduce((a, b) => a + b, 0)).toBe(6 * block.axes[1]);
    expect(statements.every(Number.isInteger)).toBe(true);
    expect(statements.slice(0, 6)).toEqual(team.statements.slice(0, 6));
  });

  test("five are a group: nothing is taken out", () => {
    const five = leaf(...times(5, people[0]!), ...people.slice(5));
    expect(statementBlock([five], [axisBlock([five])]).statements).toEqual(five.statements);
  });
});
