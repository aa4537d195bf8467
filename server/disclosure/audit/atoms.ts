/** One published sum: the places it covers (indexes) and, where known, its value per axis in sixtieths. */
export type PublishedSum = { places: readonly number[]; values: readonly [number, number] | null };

export type Row = { atoms: Set<number>; values: readonly [number, number] | null };

/** What subtraction alone reaches. */
export type Peeled = {
  /** People per atom. */
  n: number[];
  /** Atoms whose own sum is determined, with every value found for it. */
  determined: Map<number, (readonly [number, number])[]>;
  /** Sums that still couple two or more undetermined atoms; empty on a tree. */
  core: Row[];
};

/**
 * Places that are in exactly the same published sums cannot be told apart: they form an atom. Then, smallest support
 * first, an atom that stands alone in a row is determined and is subtracted from all other rows. On a laminar tree this
 * resolves everything in time linear in the size of the sums.
 * @param n people per place.
 */
export function peel(sums: readonly PublishedSum[], n: readonly number[]): Peeled {
  const covering = n.map((): number[] => []);
  sums.forEach((sum, r) => {
    for (const place of sum.places) covering[place]!.push(r);
  });
  const atomOf = new Map<string, number>();
  const size: number[] = [];
  const rowsOf: number[][] = [];
  covering.forEach((rows, place) => {
    if (rows.length === 0 || n[place]! <= 0) return;
    const key = rows.join(",");
    const atom = atomOf.get(key) ?? size.push(0) - 1;
    atomOf.set(key, atom);
    rowsOf[atom] = rows;
    size[atom]! += n[place]!;
  });

  const rows: Row[] = sums.map(({ values }) => ({ atoms: new Set<number>(), values }));
  rowsOf.forEach((at, atom) => {
    for (const r of at) rows[r]!.atoms.add(atom);
  });
  const determined: Peeled["determined"] = new Map();
  const queue = rows.map((_, r) => r).filter((r) => rows[r]!.atoms.size === 1);
  while (queue.length > 0) {
    const row = rows[queue.pop()!]!;
    const [atom] = row.atoms;
    if (atom === undefined) continue;
    // Several published sums may be this one atom (a node of both patterns): one that carries values is to be preferred.
    const alone = rowsOf[atom]!.map((r) => rows[r]!).filter((other) => other.atoms.size === 1);
    const values = alone.find((other) => other.values !== null)?.values ?? null;
    const found = determined.get(atom) ?? [];
    determined.set(atom, found);
    for (const r of rowsOf[atom]!) {
      const other = rows[r]!;
      if (!other.atoms.delete(atom)) continue;
      if (other.atoms.size === 0) {
        if (other.values) found.push(other.values);
      } else {
        other.values = values && other.values && minus(other.values, values);
        if (other.atoms.size === 1) queue.push(r);
      }
    }
  }
  return { n: size, determined, core: rows.filter((row) => row.atoms.size > 1) };
}

function minus(a: readonly [number, number], b: readonly [number, number]): readonly [number, number] {
  return [a[0] - b[0], a[1] - b[1]];
}
