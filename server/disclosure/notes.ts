import { blocksOf, suppress } from "./rule.ts";
import { buildTree, directLeafId } from "./tree.ts";

/** The frozen tree with the number of people who wrote a note, by the node they sit in. One person writes one note at most. */
export type NoteNode = { id: string; parentId: string | null; n: number };

/**
 * Where the notes of each place are shown: at the lowest node whose block of notes has k2 or more, by the rule that decides
 * results, and only at nodes of the second pattern. Every note has one node at most, and none above it repeats it; places
 * that are missing in the answer have no node, and their notes are shown to nobody. From counts alone.
 *
 * A node "People directly in X" is no place to read: such notes are read at X or above, which says less.
 * @param second ids of the second pattern of the release
 * @returns id of the node that shows them, by id of the place
 */
export function placeNotes(
  nodes: readonly NoteNode[],
  k2: number,
  second: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const tree = buildTree(nodes);
  const own = new Set(nodes.map((node) => node.id));
  const eligible = Uint8Array.from(tree.ids, (id) => (second.has(id) && own.has(id) ? 1 : 0));
  const placeOf = new Map(nodes.map((node) => [directLeafId(node.id), node.id]));
  const places = new Map<string, string>();
  for (const [node, leaves] of blocksOf(tree, suppress(tree, k2, undefined, eligible))) {
    for (const leaf of leaves) {
      const id = tree.ids[leaf]!;
      places.set(own.has(id) ? id : placeOf.get(id)!, tree.ids[node]!);
    }
  }
  return places;
}
