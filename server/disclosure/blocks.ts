import { STATEMENTS_PER_AXIS } from "#contracts/statements.ts";
import type { LeafTotal } from "./accumulator.ts";
import { AXIS_START, SIXTIETHS } from "./scores.ts";

/**
 * Blocks: the smallest sums that a release holds. Sums are sixtieths of a raw point. See docs/disclosure.md for why these
 * two operations keep everything additive and hence safe under subtraction.
 */
export type AxisBlock = { n: number; axes: [number, number] };

export type StatementBlock = { n: number; statements: number[]; answered: number[] };

/** People a raw sum must leave free to be anything from 1 to 5: the whole scale of one person. */
const SCALE_SPAN = 4;

/** Fewer real answers than this to a statement of a block: what they say about the statement is taken out. */
export const STATEMENT_FEW = 5;

/** Lowest and highest axis sum of n people with which each of them may still have answered anything from 1 to 5. */
export function axisLimits(n: number): { low: number; high: number } {
  return { low: SIXTIETHS * (n + SCALE_SPAN), high: SIXTIETHS * (5 * n - SCALE_SPAN) };
}

/** The axis sum moved into its limits. n >= 2. */
export function moveExtreme(n: number, sum: number): number {
  const { low, high } = axisLimits(n);
  return Math.min(high, Math.max(low, sum));
}

/**
 * Whether a cell of n people is one block at its limit: its risk then reads "20 or less" / "80 or more" (of that n). A
 * block *at* the limit is marked as one beyond it, else the mark would say "beyond, surely". A cell of b blocks lies
 * inside by 4b raw points, so only a single block can be at the limit: no flag needs to be stored.
 */
export function limitOf(n: number, sum: number): "or_more" | "or_less" | null {
  const { low, high } = axisLimits(n);
  if (n < 2 || low >= high) return null;
  return sum <= low ? "or_more" : sum >= high ? "or_less" : null;
}

export type MovedBlock = AxisBlock & {
  /** What moving added to each axis sum; in memory only, it would undo the move. */
  moved: [number, number];
};

/** Sums the leaves of a first-pattern block and moves its extremes. */
export function axisBlock(leaves: readonly LeafTotal[]): MovedBlock {
  const block: MovedBlock = { n: 0, axes: [0, 0], moved: [0, 0] };
  for (const { n, axes } of leaves) {
    block.n += n;
    block.axes[0] += axes[0];
    block.axes[1] += axes[1];
  }
  for (const axis of [0, 1] as const) {
    const to = moveExtreme(block.n, block.axes[axis]);
    block.moved[axis] = to - block.axes[axis];
    block.axes[axis] = to;
  }
  return block;
}

/**
 * Sums the leaves of a second-pattern block. Each of the six statement sums of an axis moves by what the axis sums of the
 * first-pattern blocks inside moved, so that six statements are 6 x the axis sum of the same people: exactly, or else the
 * difference would undo the move.
 */
export function statementBlock(leaves: readonly LeafTotal[], inside: readonly MovedBlock[]): StatementBlock {
  const block: StatementBlock = { n: 0, statements: new Array(12).fill(0), answered: new Array(12).fill(0) };
  for (const leaf of leaves) {
    block.n += leaf.n;
    for (let j = 0; j < 12; j++) {
      block.statements[j]! += leaf.statements[j]!;
      block.answered[j]! += leaf.answered[j]!;
    }
  }
  for (const axis of [0, 1] as const) {
    const moved = inside.reduce((sum, b) => sum + b.moved[axis], 0);
    for (let j = AXIS_START[axis]; j < AXIS_START[axis] + STATEMENTS_PER_AXIS; j++) block.statements[j]! += moved;
    takeOutFew(block, AXIS_START[axis]);
  }
  return block;
}

/**
 * A statement sum minus the axis sum is what those who really answered it say beside their own mean: with one to four of
 * them it is about one to four people, though the block is large. Such a statement is stored as if nobody had answered it
 * (its sum becomes the axis sum), and the amount goes in whole sixtieths over the other statements of the axis, so that
 * the six still are 6 x the axis sum. On screen the statement reads "no answers" anyway.
 */
function takeOutFew(block: StatementBlock, start: number): void {
  const run = Array.from({ length: STATEMENTS_PER_AXIS }, (_, i) => start + i);
  const few = run.filter((j) => block.answered[j]! < STATEMENT_FEW);
  if (few.length === 0) return;
  const axisSum = run.reduce((sum, j) => sum + block.statements[j]!, 0) / STATEMENTS_PER_AXIS;
  let amount = 0;
  for (const j of few) {
    amount += block.statements[j]! - axisSum;
    block.statements[j] = axisSum;
  }
  const others = run.filter((j) => block.answered[j]! >= STATEMENT_FEW);
  others.forEach((j, i) => {
    const part = Math.trunc(amount / (others.length - i));
    block.statements[j]! += part;
    amount -= part;
  });
}
