/**
 * A second attacker: linear programming over persons. Shares no code with the audit: it knows every person's scale and every
 * published sum, and asks how low and how high one person's answer can have been. Dense tableau with a slack row for each
 * upper end, largest coefficient first (Bland's rule once it stalls).
 */
const TINY = 1e-9;

type Tableau = { rows: number[][]; basis: number[]; width: number };

function pivot({ rows, basis, width }: Tableau, cost: number[], r: number, c: number): void {
  const row = rows[r]!;
  const by = row[c]!;
  for (let j = 0; j <= width; j++) row[j]! /= by;
  for (const other of [...rows, cost]) {
    if (other === row) continue;
    const times = other[c]!;
    if (times === 0) continue;
    for (let j = 0; j <= width; j++) other[j]! -= times * row[j]!;
  }
  basis[r] = c;
}

function minimise(tableau: Tableau, cost: number[], usable: number): void {
  const { rows, basis, width } = tableau;
  for (let round = 0; ; round++) {
    let c = -1;
    for (let j = 0; j < usable; j++) {
      if (cost[j]! >= -TINY) continue;
      if (c < 0 || (round < 500 && cost[j]! < cost[c]!)) c = j;
    }
    if (c < 0) return;
    let r = -1;
    for (let i = 0; i < rows.length; i++) {
      const entry = rows[i]![c]!;
      if (entry <= TINY) continue;
      const reach = rows[i]![width]! / entry;
      const best = r < 0 ? Infinity : rows[r]![width]! / rows[r]![c]!;
      if (reach < best - TINY || (reach <= best + TINY && r >= 0 && basis[i]! < basis[r]!)) r = i;
    }
    if (r < 0) throw new Error("unbounded: every variable has two ends");
    pivot(tableau, cost, r, c);
  }
}

/**
 * Smallest and largest value of one variable between its ends, given sums over sets of variables; null when nothing fits.
 * @param upper by variable; each runs from 0 to it
 */
export function rangeOf(
  sums: readonly { members: readonly number[]; value: number }[],
  upper: readonly number[],
  which: number,
): { low: number; high: number } | null {
  const n = upper.length;
  const usable = 2 * n;
  const width = usable + sums.length;
  const rows: number[][] = [];
  const basis: number[] = [];
  sums.forEach(({ members, value }, i) => {
    const row = new Array<number>(width + 1).fill(0);
    for (const j of members) row[j] = 1;
    row[usable + i] = 1;
    row[width] = value;
    if (value < 0) throw new Error("sums of variables from 0 are not negative");
    rows.push(row);
    basis.push(usable + i);
  });
  upper.forEach((top, j) => {
    const row = new Array<number>(width + 1).fill(0);
    row[j] = 1;
    row[n + j] = 1;
    row[width] = top;
    rows.push(row);
    basis.push(n + j);
  });
  const tableau = { rows, basis, width };
  const first = new Array<number>(width + 1).fill(0);
  for (let i = 0; i < sums.length; i++)
    for (let j = 0; j <= width; j++) if (j < usable || j === width) first[j]! -= rows[i]![j]!;
  minimise(tableau, first, usable);
  if (-first[width]! > 1e-6) return null;
  // An artificial variable that is still basic stands at 0 and must not grow: it is exchanged, or its row says nothing.
  for (let r = rows.length - 1; r >= 0; r--) {
    if (basis[r]! < usable) continue;
    const c = rows[r]!.findIndex((entry, j) => j < usable && Math.abs(entry) > TINY);
    if (c >= 0) pivot(tableau, first, r, c);
    else {
      rows.splice(r, 1);
      basis.splice(r, 1);
    }
  }
  const at = (sign: 1 | -1): number => {
    const cost = new Array<number>(width + 1).fill(0);
    cost[which] = sign;
    rows.forEach((row, i) => {
      if (basis[i] !== which) return;
      for (let j = 0; j <= width; j++) cost[j]! -= sign * row[j]!;
    });
    minimise(tableau, cost, usable);
    const held = basis.indexOf(which);
    return held < 0 ? 0 : rows[held]![width]!;
  };
  return { low: at(1), high: at(-1) };
}
