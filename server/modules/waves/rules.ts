type Node = { id: string; parentId: string | null; name: string };

/**
 * Depth-first order, siblings by name then id: parents stand before their children. Nodes that cannot be reached from a
 * root (their parent is not in the list) are left out with everything below them.
 */
export function inTreeOrder<N extends Node>(nodes: readonly N[]): N[] {
  const children = new Map<string | null, N[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId) ?? [];
    siblings.push(node);
    children.set(node.parentId, siblings);
  }
  const byName = (a: N, b: N) => a.name.localeCompare(b.name, "en-GB", { numeric: true }) || (a.id < b.id ? -1 : 1);
  for (const siblings of children.values()) siblings.sort(byName);
  const ordered: N[] = [];
  const waiting = [...(children.get(null) ?? [])].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ordered.push(node);
    waiting.push(...[...(children.get(node.id) ?? [])].reverse());
  }
  return ordered;
}
