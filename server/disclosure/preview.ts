import { decidePatterns } from "./rule.ts";
import { buildTree, type TreeNode } from "./tree.ts";

/**
 * Which units would show a result of their own if these many people answered: the rule itself, over a tree whose counts
 * are a guess. For choosing k before a wave; says nothing about any answer.
 *
 * @param nodes the tree, `n` = people directly at the node
 * @returns ids of units that show, without the leaves "People directly in X"
 * @throws Error for k under 5: a preview is no way round it
 */
export function unitsShownAt(nodes: readonly TreeNode[], k: number): Set<string> {
  const tree = buildTree(nodes);
  const { first } = decidePatterns(tree, k);
  const known = new Set(nodes.map((node) => node.id));
  return new Set(tree.ids.filter((id, i) => first[i] === 1 && known.has(id)));
}
