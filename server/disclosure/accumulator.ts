import { STATEMENT_CODES, STATEMENTS_PER_AXIS } from "#contracts/statements.ts";
import { createFurther, type FurtherTotals } from "./further-statements.ts";
import type { ItemSums, PairSums } from "./reliability.ts";
import { type Answer, countResponse } from "./scores.ts";
import { directLeafId, type TreeNode } from "./tree.ts";

/** Three bands of a distribution: answers 1-2, 3, and 4-5. */
export const BANDS = 3;

/** Sums of one leaf. Finer than a block: lives in memory while a release is made, and is never stored, logged or sent. */
export type LeafTotal = {
  n: number;
  /** Direction and delivery, sixtieths of a raw point. */
  axes: [number, number];
  /** Twelve, sixtieths; six of them are 6 x the axis sum. */
  statements: number[];
  /** Twelve: people who really answered. */
  answered: number[];
  /** Twelve x three: really answered 1-2, 3, 4-5; null for imports that do not say. */
  bands: number[] | null;
  /** Second moments of the persons' axis means (squared sixtieths); null for imports of sums. */
  moments: { squares: [number, number]; product: number } | null;
};

export type Totals = {
  /** The frozen tree with counts, n at an inner node being the people directly in it. */
  nodes: TreeNode[];
  /** By leaf id as buildTree names it. Leaves without answers are absent. */
  leaves: Map<string, LeafTotal>;
  /** Complete rows per axis, raw points, for alpha; null for imports of sums. */
  complete: [ItemSums, ItemSums] | null;
  /** The extra statement and HR's own, where the wave asked any. */
  further: FurtherTotals[];
};

export type Accumulator = {
  /**
   * Adds one response; false when it does not count (fewer than three of six on an axis).
   * @param unitId the node of the frozen tree the person sits in (team, or inner unit for people directly in it).
   * @param answers twelve, in the order of STATEMENT_CODES: 1..5, 0 = does not apply, null = blank.
   * @param further answers to the further statements, in the order given to createAccumulator.
   * @throws for an unknown unit or a malformed answer.
   */
  add(unitId: string, answers: readonly Answer[], further?: readonly Answer[]): boolean;
  finish(): Totals;
};

export function emptyLeafTotal(): LeafTotal {
  return {
    n: 0,
    axes: [0, 0],
    statements: new Array(STATEMENT_CODES.length).fill(0),
    answered: new Array(STATEMENT_CODES.length).fill(0),
    bands: new Array(STATEMENT_CODES.length * BANDS).fill(0),
    moments: { squares: [0, 0], product: 0 },
  };
}

function bandOf(x: number): number {
  return x <= 2 ? 0 : x === 3 ? 1 : 2;
}

function emptyItems(): ItemSums {
  const zero = () => ({ sum: 0, squares: 0 });
  return { n: 0, items: Array.from({ length: STATEMENTS_PER_AXIS }, zero), total: zero() };
}

function addComplete(sums: ItemSums, row: readonly Answer[]): void {
  if (row.some((x) => !x)) return;
  sums.n += 1;
  let total = 0;
  for (const [i, x] of row.entries()) {
    const item = sums.items[i]!;
    item.sum += x!;
    item.squares += x! * x!;
    total += x!;
  }
  sums.total.sum += total;
  sums.total.squares += total * total;
}

/**
 * Reads the responses of a wave once, in any order, in memory that depends on the tree only. All sums are whole numbers
 * (exact to 2^53: a hundred thousand people in one leaf reach 10^10).
 * @param tree the frozen tree.
 * @param furtherCodes X1-X3 and L1-L5, as far as the wave asked them.
 */
export function createAccumulator(
  tree: readonly { id: string; parentId: string | null }[],
  furtherCodes: readonly string[] = [],
): Accumulator {
  const beside = createFurther(furtherCodes);
  const totals = new Map<string, LeafTotal>();
  const inner = new Set(tree.map((node) => node.parentId));
  const known = new Set(tree.map((node) => node.id));
  const complete: [ItemSums, ItemSums] = [emptyItems(), emptyItems()];

  function add(unitId: string, answers: readonly Answer[], further: readonly Answer[] = []): boolean {
    if (!known.has(unitId)) throw new Error(`accumulator: unknown unit ${unitId}`);
    const response = countResponse(answers);
    if (response === null) return false;
    let total = totals.get(unitId);
    if (total === undefined) {
      total = emptyLeafTotal();
      totals.set(unitId, total);
    }
    const [direction, delivery] = response.axes;
    total.n += 1;
    total.axes[0] += direction;
    total.axes[1] += delivery;
    for (let j = 0; j < STATEMENT_CODES.length; j++) {
      total.statements[j]! += response.statements[j]!;
      if (!response.answered[j]) continue;
      total.answered[j]! += 1;
      total.bands![j * BANDS + bandOf(answers[j]!)]! += 1;
    }
    const moments = total.moments!;
    moments.squares[0] += direction * direction;
    moments.squares[1] += delivery * delivery;
    moments.product += direction * delivery;
    addComplete(complete[0], answers.slice(0, STATEMENTS_PER_AXIS));
    addComplete(complete[1], answers.slice(STATEMENTS_PER_AXIS));
    beside.add(unitId, further);
    return true;
  }

  function finish(): Totals {
    const nodes = tree.map(({ id, parentId }) => ({ id, parentId, n: totals.get(id)?.n ?? 0 }));
    const leaves = new Map([...totals].map(([id, total]) => [inner.has(id) ? directLeafId(id) : id, total]));
    return { nodes, leaves, complete, further: beside.finish() };
  }

  return { add, finish };
}

/** Person-level sums of the whole wave for r, from the leaves; null when a leaf has no moments or nobody answered. */
export function pairSums(leaves: Iterable<LeafTotal>): PairSums | null {
  const sums: PairSums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  for (const { n, axes, moments } of leaves) {
    if (moments === null) return null;
    sums.n += n;
    sums.x += axes[0];
    sums.y += axes[1];
    sums.xx += moments.squares[0];
    sums.yy += moments.squares[1];
    sums.xy += moments.product;
  }
  return sums.n > 0 ? sums : null;
}
