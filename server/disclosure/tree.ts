/**
 * A wave's frozen tree with counts. `n` is the number of counted responses of people placed directly at the node: a
 * team's answers, or those of people who sit directly in an inner unit. The latter become a leaf of their own, "People
 * directly in X"; a caller that already stores such a leaf passes it as an ordinary child and gives its parent n = 0.
 */
export type TreeNode = { id: string; parentId: string | null; n: number };

/** Nodes in preorder; the subtree of i is the index range i..end[i]-1. Index order is private to one tree. */
export type Tree = {
  ids: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  /** Index of the parent, -1 at a root. */
  parent: Int32Array;
  depth: Int32Array;
  end: Int32Array;
  isLeaf: Uint8Array;
  /** Answers under the node, itself included. */
  n: Int32Array;
};

/** Id of the leaf "People directly in X" that buildTree adds. */
export function directLeafId(id: string): string {
  return `${id}/direct`;
}

/** Adds the leaf for people who sit directly in an inner unit. */
function withDirectLeaves(nodes: readonly TreeNode[]): TreeNode[] {
  const inner = new Set(nodes.map((node) => node.parentId));
  return nodes.flatMap((node) =>
    inner.has(node.id) && node.n > 0
      ? [
          { ...node, n: 0 },
          { id: directLeafId(node.id), parentId: node.id, n: node.n },
        ]
      : [node],
  );
}

/**
 * @throws on a duplicate id, an unknown parent, a cycle, or a count that is not a whole number >= 0.
 */
export function buildTree(input: readonly TreeNode[]): Tree {
  const nodes = withDirectLeaves(input);
  const children = new Map<string | null, TreeNode[]>();
  const known = new Set<string>();
  for (const node of nodes) {
    if (known.has(node.id)) throw new Error(`tree: duplicate node ${node.id}`);
    if (!Number.isInteger(node.n) || node.n < 0) throw new Error(`tree: bad count at ${node.id}`);
    known.add(node.id);
    const siblings = children.get(node.parentId);
    if (siblings) siblings.push(node);
    else children.set(node.parentId, [node]);
  }
  for (const parentId of children.keys()) {
    if (parentId !== null && !known.has(parentId)) throw new Error(`tree: unknown parent ${parentId}`);
  }

  const size = nodes.length;
  const ids: string[] = [];
  const indexOf = new Map<string, number>();
  const parent = new Int32Array(size);
  const depth = new Int32Array(size);
  const end = new Int32Array(size);
  const isLeaf = new Uint8Array(size);
  const n = new Int32Array(size);
  const stack = [...(children.get(null) ?? [])].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    const i = ids.push(node.id) - 1;
    indexOf.set(node.id, i);
    const p = node.parentId === null ? -1 : indexOf.get(node.parentId)!;
    parent[i] = p;
    depth[i] = p < 0 ? 0 : depth[p]! + 1;
    n[i] = node.n;
    const below = children.get(node.id) ?? [];
    isLeaf[i] = below.length === 0 ? 1 : 0;
    for (let j = below.length - 1; j >= 0; j--) stack.push(below[j]!);
  }
  if (ids.length !== size) throw new Error("tree: cycle");
  for (let i = size - 1; i >= 0; i--) {
    if (end[i] === 0) end[i] = i + 1;
    const p = parent[i]!;
    if (p < 0) continue;
    n[p] = n[p]! + n[i]!;
    end[p] = Math.max(end[p]!, end[i]!);
  }
  return { ids, indexOf, parent, depth, end, isLeaf, n };
}
