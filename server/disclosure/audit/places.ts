/**
 * The audit's own view of a release. Shares no code with the rule: its own types, its own walk over the tree. A *place* is
 * a node where somebody answered (a team, or an inner unit with people directly in it), named by the node's id.
 */
export type AuditNode = {
  id: string;
  parentId: string | null;
  /** Answers of the people directly at this node, not of those below it. */
  n: number;
};

/** A published "X/direct" sums over the people directly in the inner unit X: the place X alone. */
const DIRECT = "/direct";

/**
 * For each published node the ids of the places it sums over: the node itself and all nodes below it, where n > 0.
 * Use it to keep the published sums of a release for later audits.
 * @throws for a published id that the tree does not have, or a parent chain without an end.
 */
export function placesOf(nodes: readonly AuditNode[], published: readonly string[]): string[][] {
  const parentOf = new Map(nodes.map((node) => [node.id, node.parentId]));
  const sets = new Map<string, string[]>();
  const alone = new Map<string, string>();
  for (const id of published) {
    const unit = id.endsWith(DIRECT) ? id.slice(0, -DIRECT.length) : null;
    if (!parentOf.has(id)) {
      if (unit === null || !parentOf.has(unit)) throw new Error("audit: a published node is not in the tree");
      alone.set(unit, id);
    }
    sets.set(id, []);
  }
  for (const { id, n } of nodes) {
    if (n <= 0) continue;
    sets.get(alone.get(id) ?? "")?.push(id);
    let steps = 0;
    for (let at: string | null | undefined = id; at !== null && at !== undefined; at = parentOf.get(at)) {
      sets.get(at)?.push(id);
      if (++steps > nodes.length) throw new Error("audit: the tree has a cycle");
    }
  }
  return published.map((id) => sets.get(id)!);
}
