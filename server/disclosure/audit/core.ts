/**
 * Exact search in what subtraction alone does not resolve: coupled sums, as several releases over different trees make
 * them. Integer arithmetic only; anything that cannot be decided within its bounds throws Undecided, and an undecided
 * release is not published.
 */
export class Undecided extends Error {}

type Sparse = Map<number, number>;

/** Entries touched by the elimination, and again by the search: each ends within a few seconds. */
const WORK = 10_000_000;

function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function safe(x: number): number {
  if (!Number.isSafeInteger(x)) throw new Undecided("coefficients grew too large");
  return x;
}

/** Removes `column` from `target` by an integer combination with `row`, and divides by the common factor. */
function eliminate(target: Sparse, row: Sparse, column: number): void {
  const a = target.get(column);
  if (a === undefined) return;
  const b = row.get(column)!;
  const g = gcd(a, b);
  const [times, less] = [b / g, a / g];
  if (times !== 1) for (const [c, x] of target) target.set(c, safe(x * times));
  for (const [c, x] of row) {
    const value = safe((target.get(c) ?? 0) - safe(x * less));
    if (value === 0) target.delete(c);
    else target.set(c, value);
  }
  let common = 0;
  for (const x of target.values()) {
    common = gcd(common, x);
    if (common === 1) return;
  }
  if (common > 1) for (const [c, x] of target) target.set(c, x / common);
}

/** Reduced echelon form, smallest support first: pivot column -> row, each pivot in its own row only. */
function echelon(rows: readonly Set<number>[]): Map<number, Sparse> {
  const reduced = new Map<number, Sparse>();
  let work = 0;
  for (const atoms of rows.toSorted((a, b) => a.size - b.size)) {
    const row: Sparse = new Map([...atoms].map((atom) => [atom, 1]));
    for (const column of [...row.keys()]) {
      const pivot = reduced.get(column);
      if (pivot) {
        work += row.size + pivot.size;
        eliminate(row, pivot, column);
      }
    }
    const [column] = row.keys();
    if (column === undefined) continue;
    for (const other of reduced.values()) {
      if (other.has(column)) {
        work += row.size + other.size;
        eliminate(other, row, column);
      }
    }
    if (work > WORK) throw new Undecided("elimination too large");
    reduced.set(column, row);
  }
  return reduced;
}

/**
 * A set X of atoms is determined exactly if every vector of the null space adds up to 0 over X. With the reduced form, the
 * null space has one vector per free column; this gives, per atom, its entries in them, scaled to whole numbers.
 */
function nullEntries(reduced: ReadonlyMap<number, Sparse>): Map<number, Sparse> {
  let scale = 1;
  for (const [column, row] of reduced) {
    const pivot = Math.abs(row.get(column)!);
    scale = safe((scale / gcd(scale, pivot)) * pivot);
  }
  const entries = new Map<number, Sparse>();
  for (const [column, row] of reduced) {
    const pivot = row.get(column)!;
    const own: Sparse = new Map();
    for (const [c, x] of row) {
      if (c === column) continue;
      own.set(c, safe(-x * (scale / pivot)));
      if (!entries.has(c)) entries.set(c, new Map([[c, scale]]));
    }
    entries.set(column, own);
  }
  return entries;
}

/**
 * Whether the coupled rows determine some set of atoms with 0 < n < limit.
 *
 * Complete: an X that holds atom a and is not balanced in some null vector must hold another atom of that vector, so
 * branching over those finds every X of fewer than `limit` people; atoms tried before are barred.
 * @param budget entries that the search may touch.
 * @throws Undecided
 */
export function coreDeterminesFewer(
  rows: readonly Set<number>[],
  n: readonly number[],
  limit: number,
  budget = WORK,
): boolean {
  const entries = nullEntries(echelon(rows));
  const small = [...entries.keys()].filter((atom) => n[atom]! < limit).sort((a, b) => n[a]! - n[b]!);
  const holders = new Map<number, number[]>();
  for (const atom of small) {
    for (const free of entries.get(atom)!.keys()) {
      const list = holders.get(free);
      if (list) list.push(atom);
      else holders.set(free, [atom]);
    }
  }
  const barred = new Set<number>();
  let work = 0;

  function extend(balance: Sparse, people: number): boolean {
    work += 1 + balance.size;
    if (work > budget) throw new Undecided("search too large");
    if (balance.size === 0) return true;
    let choices: number[] | null = null;
    for (const free of balance.keys()) {
      const open = (holders.get(free) ?? []).filter((atom) => !barred.has(atom) && people + n[atom]! < limit);
      if (choices === null || open.length < choices.length) choices = open;
      if (open.length === 0) return false;
    }
    const tried: number[] = [];
    let found = false;
    for (const atom of choices ?? []) {
      barred.add(atom);
      tried.push(atom);
      found = extend(plus(balance, entries.get(atom)!), people + n[atom]!);
      if (found) break;
    }
    for (const atom of tried) barred.delete(atom);
    return found;
  }

  for (const atom of small) {
    barred.add(atom);
    if (extend(new Map(entries.get(atom)!), n[atom]!)) return true;
  }
  return false;
}

function plus(a: Sparse, b: Sparse): Sparse {
  const sum = new Map(a);
  for (const [c, x] of b) {
    const value = safe((sum.get(c) ?? 0) + x);
    if (value === 0) sum.delete(c);
    else sum.set(c, value);
  }
  return sum;
}
