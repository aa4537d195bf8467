import type { Tree } from "./tree.ts";

/**
 * Residual Block Suppression: which nodes of a laminar tree of counts may show a sum, so that no published sum and no
 * difference of published sums covers fewer than k people. Decided from counts alone: hiding because of the answers would
 * itself confess them. Explained in docs/disclosure.md.
 */
export const RULE_VERSION = "rbs-1";

/** Smallest k of any wave, and the smallest of the second pattern. */
export const K_MINIMUM = 5;
export const K2_MINIMUM = 10;
/** In a block of several leaves at least this many people must be outside its largest leaf. */
export const M = 3;

/** One flag per node of the tree, by index. */
export type Published = Uint8Array;

export type Patterns = { k: number; k2: number; first: Published; second: Published };

type BlockCounts = { n: number; leaves: number; largest: number };

/** Counts of block(v): the leaves with n > 0 under v that lie under no published proper descendant of v. */
function blockCounts(tree: Tree, published: Published, v: number): BlockCounts {
  const block = { n: 0, leaves: 0, largest: 0 };
  const last = tree.end[v]!;
  for (let i = tree.isLeaf[v] ? v : v + 1; i < last; ) {
    if (i !== v && published[i]) {
      i = tree.end[i]!;
      continue;
    }
    const n = tree.n[i]!;
    if (tree.isLeaf[i] && n > 0) {
      block.n += n;
      block.leaves += 1;
      if (n > block.largest) block.largest = n;
    }
    i += 1;
  }
  return block;
}

/** An empty block tells nothing and is never bad. */
function isBad({ n, leaves, largest }: BlockCounts, k: number): boolean {
  if (leaves === 0) return false;
  return n < k || (leaves > 1 && n - largest < M);
}

/** The one to hide among the topmost published proper descendants of v, or -1. */
function childToHide(tree: Tree, published: Published, v: number, hiddenBefore: ReadonlySet<string>): number {
  let best = -1;
  let bestKey: readonly number[] = [];
  for (let i = v + 1; i < tree.end[v]!; ) {
    if (!published[i]) {
      i += 1;
      continue;
    }
    const internal = !tree.isLeaf[i];
    const useless = internal && blockCounts(tree, published, i).leaves === 0;
    const key = [+useless, +internal, +!hiddenBefore.has(tree.ids[i]!), tree.n[i]!];
    if (best < 0 || isSmaller(key, tree.ids[i]!, bestKey, tree.ids[best]!)) {
      best = i;
      bestKey = key;
    }
    i = tree.end[i]!;
  }
  return best;
}

function isSmaller(a: readonly number[], idA: string, b: readonly number[], idB: string): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return idA < idB;
}

function byId(tree: Tree): (a: number, b: number) => number {
  return (a, b) => (tree.ids[a]! < tree.ids[b]! ? -1 : 1);
}

/** Nearest published proper ancestor, or -1. */
function publishedAncestor(tree: Tree, published: Published, u: number): number {
  let p = tree.parent[u]!;
  while (p >= 0 && !published[p]) p = tree.parent[p]!;
  return p;
}

/**
 * One pattern.
 * @param eligible nodes that may be published at all (the second pattern: those of the first); all when left out.
 * @param hiddenBefore ids not shown in the wave before: among equals they stay hidden, so that patterns are steady.
 */
export function suppress(
  tree: Tree,
  k: number,
  hiddenBefore: ReadonlySet<string> = new Set(),
  eligible?: Published,
): Published {
  const size = tree.ids.length;
  const may = (u: number) => tree.n[u]! >= k && (eligible === undefined || eligible[u] === 1);
  const published = new Uint8Array(size);
  for (let u = 0; u < size; u++) published[u] = may(u) ? 1 : 0;

  const compareIds = byId(tree);
  const candidates = Array.from({ length: size }, (_, i) => i).filter(may);
  const deepestFirst = candidates.toSorted((a, b) => tree.depth[b]! - tree.depth[a]! || compareIds(a, b));
  for (let changed = true; changed; ) {
    changed = false;
    for (const v of deepestFirst) {
      while (published[v] && isBad(blockCounts(tree, published, v), k)) {
        const c = childToHide(tree, published, v, hiddenBefore);
        published[c < 0 ? v : c] = 0;
        changed = true;
      }
    }
  }

  // Publishing u changes two blocks only: its own, and that of its nearest published ancestor.
  const largestFirst = candidates.toSorted((a, b) => tree.n[b]! - tree.n[a]! || compareIds(a, b));
  for (const u of largestFirst) {
    if (published[u]) continue;
    published[u] = 1;
    const ancestor = publishedAncestor(tree, published, u);
    const ownBad = isBad(blockCounts(tree, published, u), k);
    const ancestorBad = ancestor >= 0 && isBad(blockCounts(tree, published, ancestor), k);
    if (ownBad || ancestorBad) published[u] = 0;
  }
  return published;
}

export type HiddenBefore = {
  /** Ids not published in the first and in the second pattern of the wave before. */
  first?: ReadonlySet<string>;
  second?: ReadonlySet<string>;
};

/**
 * Both patterns. The first is for the two axes on the signed-in screen; the second, nested in it, for everything else.
 * @throws when k is below 5: no caller, role or parameter lowers it.
 */
export function decidePatterns(tree: Tree, k: number, hiddenBefore: HiddenBefore = {}): Patterns {
  if (!Number.isInteger(k) || k < K_MINIMUM) throw new Error(`k must be a whole number of at least ${K_MINIMUM}`);
  const k2 = Math.max(K2_MINIMUM, k);
  const first = suppress(tree, k, hiddenBefore.first);
  const second = suppress(tree, k2, hiddenBefore.second, first);
  return { k, k2, first, second };
}

/** Non-empty blocks of a pattern by published node index: leaf indexes. They are all that anybody can learn. */
export function blocksOf(tree: Tree, published: Published): Map<number, number[]> {
  const blocks = new Map<number, number[]>();
  const owner = new Int32Array(tree.ids.length);
  for (let i = 0; i < tree.ids.length; i++) {
    const p = tree.parent[i]!;
    owner[i] = published[i] ? i : p < 0 ? -1 : owner[p]!;
    if (!tree.isLeaf[i] || tree.n[i] === 0 || owner[i]! < 0) continue;
    const leaves = blocks.get(owner[i]!);
    if (leaves) leaves.push(i);
    else blocks.set(owner[i]!, [i]);
  }
  return blocks;
}

/** Ids of the published nodes, in tree order. */
export function publishedIds(tree: Tree, published: Published): string[] {
  return tree.ids.filter((_, i) => published[i] === 1);
}
