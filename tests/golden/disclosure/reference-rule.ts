import type { RawNode } from "./trees.ts";

/** The rule once more, word for word from its description, with sets and no thought of speed. */
type Ref = {
  id: string;
  parentId: string | null;
  depth: number;
  internal: boolean;
  leaves: Map<string, number>;
  n: number;
};

function nodesOf(raw: readonly RawNode[]): Ref[] {
  const leaf = (id: string) => !raw.some((x) => x.parentId === id);
  const all = raw.flatMap((x) =>
    !leaf(x.id) && x.n > 0
      ? [
          { ...x, n: 0 },
          { id: `${x.id}/direct`, parentId: x.id, n: x.n },
        ]
      : [x],
  );
  const isUnder = (id: string, top: string): boolean => {
    if (id === top) return true;
    const parent = all.find((x) => x.id === id)!.parentId;
    return parent !== null && isUnder(parent, top);
  };
  const depth = (id: string): number => {
    const parent = all.find((x) => x.id === id)!.parentId;
    return parent === null ? 0 : depth(parent) + 1;
  };
  return all.map((x) => {
    const under = all.filter((y) => !all.some((z) => z.parentId === y.id) && y.n > 0 && isUnder(y.id, x.id));
    const leaves = new Map(under.map((y) => [y.id, y.n]));
    const n = under.reduce((sum, y) => sum + y.n, 0);
    return {
      id: x.id,
      parentId: x.parentId,
      depth: depth(x.id),
      internal: all.some((y) => y.parentId === x.id),
      leaves,
      n,
    };
  });
}

const byId = (a: Ref, b: Ref) => (a.id < b.id ? -1 : 1);

function pattern(nodes: Ref[], k: number, before: ReadonlySet<string>, may: (u: Ref) => boolean): Set<Ref> {
  const pub = new Set(nodes.filter(may));
  const ancestors = (u: Ref): Ref[] => {
    const parent = nodes.find((x) => x.id === u.parentId);
    return parent ? [parent, ...ancestors(parent)] : [];
  };
  const below = (v: Ref) => [...pub].filter((u) => ancestors(u).includes(v));
  const block = (v: Ref) => {
    const taken = new Set(below(v).flatMap((u) => [...u.leaves.keys()]));
    return [...v.leaves].filter(([id]) => !taken.has(id)).map(([, n]) => n);
  };
  const bad = (b: number[]) => {
    const n = b.reduce((x, y) => x + y, 0);
    return b.length > 0 && (n < k || (b.length > 1 && n - Math.max(...b) < 3));
  };
  const key = (c: Ref) => [+(c.internal && block(c).length === 0), +c.internal, +!before.has(c.id), c.n];
  const smaller = (a: Ref, b: Ref) => {
    const [x, y] = [key(a), key(b)];
    const i = x.findIndex((value, at) => value !== y[at]);
    return i < 0 ? byId(a, b) : x[i]! - y[i]!;
  };
  for (let again = true; again; ) {
    again = false;
    for (const v of [...pub].sort((a, b) => b.depth - a.depth || byId(a, b))) {
      while (pub.has(v) && bad(block(v))) {
        const under = below(v);
        const top = under.filter((u) => !ancestors(u).some((a) => under.includes(a)));
        pub.delete(top.length === 0 ? v : top.sort(smaller)[0]!);
        again = true;
      }
    }
  }
  for (const u of nodes.filter((x) => may(x) && !pub.has(x)).sort((a, b) => b.n - a.n || byId(a, b))) {
    pub.add(u);
    if ([u, ...ancestors(u)].some((x) => pub.has(x) && bad(block(x)))) pub.delete(u);
  }
  return pub;
}

export function referencePatterns(raw: readonly RawNode[], k: number, before: ReadonlySet<string>) {
  const nodes = nodesOf(raw);
  const k2 = Math.max(10, k);
  const first = pattern(nodes, k, before, (u) => u.n >= k);
  const second = pattern(nodes, k2, before, (u) => u.n >= k2 && first.has(u));
  const ids = (set: Set<Ref>) => [...set].map((u) => u.id).sort();
  return { first: ids(first), second: ids(second) };
}

/** One pattern of nodes that `may` allows, without the leaves of direct people, as notes have it. */
export function referencePattern(raw: readonly RawNode[], k: number, may: (id: string) => boolean): Set<string> {
  const own = new Set(raw.map((x) => x.id));
  const pub = pattern(nodesOf(raw), k, new Set(), (u) => u.n >= k && own.has(u.id) && may(u.id));
  return new Set([...pub].map((u) => u.id));
}
