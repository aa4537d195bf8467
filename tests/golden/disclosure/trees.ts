/** Seeded random organisations for the disclosure properties. */
export type RawNode = { id: string; parentId: string | null; n: number };

export type Random = { next(): number; int(from: number, to: number): number; chance(p: number): boolean };

/** mulberry32: small, seeded, the same on every machine. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, int: (from, to) => from + Math.floor(next() * (to - from + 1)), chance: (p) => next() < p };
}

/** 3-5 levels; teams of 3-15 with some empty or tiny ones; some inner units have people directly in them. */
export function randomTree(rng: Random): RawNode[] {
  const levels = rng.int(3, 5);
  const nodes: RawNode[] = [];
  const grow = (parentId: string | null, level: number) => {
    // Ids are shuffled against the order of the tree, so that ties by id are not ties by position.
    const id = `${rng.int(100, 999)}-${nodes.length}`;
    const leaf = level === levels || (level > 2 && rng.chance(0.3));
    if (leaf) {
      nodes.push({ id, parentId, n: rng.chance(0.1) ? rng.int(0, 2) : rng.int(3, 15) });
      return;
    }
    nodes.push({ id, parentId, n: rng.chance(0.35) ? rng.int(1, 12) : 0 });
    const children = rng.int(level === 1 ? 2 : 1, level === 1 ? 6 : 4);
    for (let i = 0; i < children; i++) grow(id, level + 1);
  };
  grow(null, 1);
  return nodes;
}

/** Answers of a team: unanimous at an end, nearly so, or mixed; some statements skipped. */
export function randomAnswers(rng: Random, mood: number): (number | null)[] {
  return Array.from({ length: 12 }, (_, j) => {
    if (mood === 0) return 5;
    if (mood === 1) return 1;
    if (mood === 2 && !rng.chance(0.05)) return 5;
    if (mood === 3 && j % 6 < 3 && rng.chance(0.3)) return rng.chance(0.5) ? 0 : null;
    return rng.int(1, 5);
  });
}
