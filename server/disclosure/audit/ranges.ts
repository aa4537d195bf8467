import { Undecided } from "./core.ts";

/** A sum over atoms (indexes into `n`) in raw points. */
export type AtomSum = { atoms: readonly number[]; value: number };

/** Entries of the table that all pivots together may touch: a second or two. */
const WORK = 400_000_000;
const TINY = 1e-9;
/** Values are whole sixtieths; what is left of an artificial beyond this is a contradiction. */
const LEFT = 1e-6;

/** Everybody in an atom may have answered anything from 1 to 5 exactly if its sum can be this low and this high. */
const SPAN = 4;

type Bounds = { low: number[]; high: number[] };

/**
 * Whether coupled sums leave everybody the whole scale: for each atom of n people, whether its sum can be 5n - 4 or less,
 * and whether it can be n + 4 or more, while every sum is as published. Linear programming, since no atom alone is determined.
 * Sums that contradict one another (extremes that were moved in one release and not in another) leave nobody anything.
 * @param n people by atom
 * @throws Undecided when the bounds of the search are reached
 */
export function rangesHold(sums: readonly AtomSum[], n: readonly number[]): boolean {
  const used = [...new Set(sums.flatMap((sum) => sum.atoms))];
  const at = new Map(used.map((atom, i) => [atom, i]));
  const rows = sums.map(({ atoms, value }) => ({ columns: atoms.map((atom) => at.get(atom)!), value }));
  const whole: Bounds = { low: used.map((atom) => n[atom]!), high: used.map((atom) => 5 * n[atom]!) };
  const room: Bounds = { low: used.map((atom) => n[atom]! + SPAN), high: used.map((atom) => 5 * n[atom]! - SPAN) };
  const budget = { left: WORK };

  // One point inside all the narrowed bounds answers for every atom that has some; only then is each asked for itself.
  const wide = used.map((_, i) => room.low[i]! <= room.high[i]!);
  const narrowed: Bounds = {
    low: whole.low.map((low, i) => (wide[i] ? room.low[i]! : low)),
    high: whole.high.map((high, i) => (wide[i] ? room.high[i]! : high)),
  };
  const together = isFeasible(rows, narrowed, budget);
  return used.every((_, i) => {
    if (together && wide[i]) return true;
    const down = { ...whole, high: whole.high.with(i, room.high[i]!) };
    const up = { ...whole, low: whole.low.with(i, room.low[i]!) };
    return isFeasible(rows, down, budget) && isFeasible(rows, up, budget);
  });
}

type Row = { columns: readonly number[]; value: number };

/**
 * Whether some point between the bounds has these sums: the first phase of the simplex method for bounded variables, by
 * Bland's rule, so that it ends. A nonbasic variable always stands at 0; one at its upper end is counted from there.
 */
function isFeasible(rows: readonly Row[], { low, high }: Bounds, budget: { left: number }): boolean {
  const width = low.length;
  const upper = low.map((from, j) => high[j]! - from);
  if (upper.some((u) => u < 0)) return false;
  const table = rows.map(({ columns, value }) => {
    const row = new Float64Array(width + 1);
    row[width] = value;
    for (const j of columns) {
      row[j] = 1;
      row[width]! -= low[j]!;
    }
    return row[width]! < 0 ? row.map((x) => -x) : row;
  });
  // -1: the row's artificial variable, which never comes back once it has left.
  const basis = new Array<number>(table.length).fill(-1);

  for (;;) {
    const entering = enter(table, basis, width);
    if (entering < 0) break;
    budget.left -= table.length * width;
    if (budget.left < 0) throw new Undecided("linear programme too large");
    step(table, basis, upper, entering);
  }
  return table.every((row, i) => basis[i] !== -1 || row[width]! <= LEFT);
}

/** The first variable whose growth makes the artificial ones smaller, or -1. */
function enter(table: readonly Float64Array[], basis: readonly number[], width: number): number {
  for (let j = 0; j < width; j++) {
    if (basis.includes(j)) continue;
    let gain = 0;
    for (let i = 0; i < table.length; i++) if (basis[i] === -1) gain += table[i]![j]!;
    if (gain > TINY) return j;
  }
  return -1;
}

/** Lets a variable grow until it, or a basic one, reaches an end. */
function step(table: Float64Array[], basis: number[], upper: readonly number[], j: number): void {
  const width = upper.length;
  let best = upper[j]!;
  let leaving = -1;
  let atTop = false;
  for (let i = 0; i < table.length; i++) {
    const [entry, value] = [table[i]![j]!, table[i]![width]!];
    const top = basis[i] === -1 ? Infinity : upper[basis[i]!]!;
    const reach = entry > TINY ? value / entry : entry < -TINY ? (top - value) / -entry : Infinity;
    if (reach < best - TINY || (leaving >= 0 && reach <= best + TINY && basis[i]! < basis[leaving]!)) {
      [best, leaving, atTop] = [Math.min(best, reach), i, entry < 0];
    }
  }
  if (leaving < 0) {
    for (const row of table) {
      row[width]! -= row[j]! * upper[j]!;
      row[j] = -row[j]!;
    }
    return;
  }
  const row = table[leaving]!;
  if (atTop) {
    // Counted from its upper end, the leaving variable stands at 0.
    const b = basis[leaving]!;
    for (let c = 0; c < width; c++) if (c !== b) row[c] = -row[c]!;
    row[width] = upper[b]! - row[width]!;
  }
  const pivot = row[j]!;
  for (let c = 0; c <= width; c++) row[c]! /= pivot;
  table.forEach((other, i) => {
    const times = other[j]!;
    if (i === leaving || times === 0) return;
    for (let c = 0; c <= width; c++) other[c]! -= times * row[c]!;
  });
  basis[leaving] = j;
}
