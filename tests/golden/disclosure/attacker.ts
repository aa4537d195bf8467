import type { RawNode } from "./trees.ts";

/**
 * An attacker who knows the tree, every n and every published sum, and does dense linear algebra over a prime field. It
 * shares no code with the rule or the audit, and takes nothing for granted about how what is published was chosen.
 */
const P = 67_108_859;

function power(base: number, exponent: number): number {
  let result = 1;
  let b = base % P;
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = (result * b) % P;
    b = (b * b) % P;
  }
  return result;
}

/** Reduced row echelon form modulo P over the first `columns` columns, in place; returns pivot column -> row. */
function reduce(rows: number[][], columns: number): Map<number, number[]> {
  const pivots = new Map<number, number[]>();
  let top = 0;
  for (let c = 0; c < columns && top < rows.length; c++) {
    const found = rows.findIndex((row, i) => i >= top && row[c] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found]!, rows[top]!];
    const pivot = rows[top]!;
    const inverse = power(pivot[c]!, P - 2);
    for (let j = c; j < pivot.length; j++) pivot[j] = (pivot[j]! * inverse) % P;
    for (const row of rows) {
      if (row === pivot || row[c] === 0) continue;
      const times = row[c]!;
      for (let j = c; j < row.length; j++) row[j] = (row[j]! + (P - times) * pivot[j]!) % P;
    }
    pivots.set(c, pivot);
    top += 1;
  }
  return pivots;
}

/** Random vectors that every row is orthogonal to: a set is determined exactly if both add up to 0 over it. */
function nullVectors(rows: number[][], columns: number): [number[], number[]] {
  const pivots = reduce(rows, columns);
  let state = 12345;
  const draw = () => {
    state = (state * 48271) % 2147483647;
    return state % P;
  };
  return [0, 1].map(() => {
    const z = Array.from({ length: columns }, (_, c) => (pivots.has(c) ? 0 : draw()));
    for (const [c, row] of pivots) {
      let sum = 0;
      for (let j = 0; j < columns; j++) if (j !== c && row[j] !== 0) sum = (sum + row[j]! * z[j]!) % P;
      z[c] = (P - sum) % P;
    }
    return z;
  }) as [number[], number[]];
}

/** Smallest determined set of places with 0 < n < limit, by trying every set; null when there is none. */
function smallestSet(people: readonly number[], z: [number[], number[]], limit: number): number[] | null {
  const order = people.map((_, i) => i).filter((i) => people[i]! > 0 && people[i]! < limit);
  let best: number[] | null = null;
  let bestN = limit;
  const extend = (from: number, set: number[], n: number, a: number, b: number) => {
    if (set.length > 0 && a === 0 && b === 0 && n < bestN) {
      best = [...set];
      bestN = n;
    }
    for (let i = from; i < order.length; i++) {
      const place = order[i]!;
      const more = n + people[place]!;
      if (more >= bestN) continue;
      set.push(place);
      extend(i + 1, set, more, (a + z[0][place]!) % P, (b + z[1][place]!) % P);
      set.pop();
    }
  };
  extend(0, [], 0, 0, 0);
  return best;
}

/** Places (nodes with people directly in them) under a published node. */
export function placesUnder(nodes: readonly RawNode[], id: string): number[] {
  const under = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const node of nodes) {
      if (node.parentId !== null && under.has(node.parentId) && !under.has(node.id)) {
        under.add(node.id);
        grew = true;
      }
    }
  }
  return nodes.flatMap((node, i) => (under.has(node.id) && node.n > 0 ? [i] : []));
}

export function indicator(nodes: readonly RawNode[], places: readonly number[]): number[] {
  const row = new Array<number>(nodes.length).fill(0);
  for (const i of places) row[i] = 1;
  return row;
}

/** Whether the sums over these sets of places determine a set with 0 < n < limit. */
export function leaks(nodes: readonly RawNode[], sets: readonly (readonly number[])[], limit: number): number[] | null {
  const rows = sets.map((places) => indicator(nodes, places));
  const people = nodes.map((node) => node.n);
  return smallestSet(people, nullVectors(rows, nodes.length), limit);
}

/**
 * The whole attack on both patterns: with six statements per axis, what all published sums determine of the axis is what
 * the two patterns together span, and of a statement what the second spans (checked the long way in fullSystemLeaks).
 */
export function attackPatterns(
  nodes: readonly RawNode[],
  first: readonly string[],
  second: readonly string[],
  k: number,
): boolean {
  const sets = (ids: readonly string[]) => ids.map((id) => placesUnder(nodes, id));
  const axes = leaks(nodes, [...sets(first), ...sets(second)], k);
  const statements = leaks(nodes, sets(second), Math.max(10, k));
  return axes !== null || statements !== null;
}

/** The same with all 6 x places unknowns of one axis, for small trees. */
export function fullSystemLeaks(
  nodes: readonly RawNode[],
  first: readonly string[],
  second: readonly string[],
  k: number,
): boolean {
  const width = nodes.length;
  const rows: number[][] = [];
  for (const id of first) {
    const one = indicator(nodes, placesUnder(nodes, id));
    rows.push([0, 1, 2, 3, 4, 5].flatMap(() => one));
  }
  for (const id of second) {
    const one = indicator(nodes, placesUnder(nodes, id));
    for (let j = 0; j < 6; j++) rows.push([0, 1, 2, 3, 4, 5].flatMap((s) => one.map((x) => (s === j ? x : 0))));
  }
  const z = nullVectors(rows, 6 * width);
  const people = nodes.map((node) => node.n);
  const part = (v: number[], j: number) => v.slice(j * width, (j + 1) * width);
  const total = (v: number[]) =>
    people.map((_, i) => [0, 1, 2, 3, 4, 5].reduce((a, j) => (a + v[j * width + i]!) % P, 0));
  if (smallestSet(people, [total(z[0]), total(z[1])], k) !== null) return true;
  return [0, 1, 2, 3, 4, 5].some((j) => smallestSet(people, [part(z[0], j), part(z[1], j)], Math.max(10, k)) !== null);
}

/**
 * Every sum of a group of places that the published values determine (places in the same published sums are one group),
 * with its number of people. Values are below P, so that arithmetic modulo P gives them back.
 */
export function determinedSums(
  nodes: readonly RawNode[],
  cells: readonly { id: string; value: number }[],
): { n: number; value: number }[] {
  const places = cells.map(({ id }) => placesUnder(nodes, id));
  const groups = new Map<string, number[]>();
  nodes.forEach((node, i) => {
    const key = places.map((set) => (set.includes(i) ? 1 : 0)).join("");
    if (node.n === 0 || !key.includes("1")) return;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  const members = [...groups.values()];
  const rows = cells.map(({ value }, r) => [...members.map((m) => (places[r]!.includes(m[0]!) ? 1 : 0)), value % P]);
  const pivots = reduce(rows, members.length);
  return [...pivots].flatMap(([c, row]) => {
    const alone = row.slice(0, members.length).every((x, j) => (j === c ? x === 1 : x === 0));
    const n = members[c]!.reduce((sum, i) => sum + nodes[i]!.n, 0);
    return alone ? [{ n, value: row[members.length]! }] : [];
  });
}
