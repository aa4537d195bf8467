import { expect, test } from "vitest";
import { buildFurther, createFurther } from "#server/disclosure/further-statements.ts";
import { decidePatterns, publishedIds } from "#server/disclosure/rule.ts";
import { buildTree } from "#server/disclosure/tree.ts";
import { determinedSums } from "./attacker.ts";
import { type RawNode, random, randomTree } from "./trees.ts";

const TREES = Number(process.env.DISCLOSURE_TREES ?? 300);
const SEED = Number(process.env.DISCLOSURE_SEED ?? 1);
const KS = [5, 7, 10, 12];

/** The tree with "People directly in X" as places of their own, as an attacker sees who answered the statement. */
function asRaw(nodes: readonly RawNode[]): RawNode[] {
  const tree = buildTree(nodes);
  return tree.ids.map((id, i) => ({
    id,
    parentId: tree.parent[i]! < 0 ? null : tree.ids[tree.parent[i]!]!,
    n: tree.isLeaf[i] ? tree.n[i]! : 0,
  }));
}

test(`a further statement on ${TREES} random trees, with anybody skipping it: subtraction finds no group under ten`, {
  timeout: 60_000 + TREES * 100,
}, () => {
  let shown = 0;
  let skippedSomewhere = 0;
  for (let t = 0; t < TREES; t++) {
    const rng = random(SEED * 11_000_027 + t);
    const nodes = randomTree(rng);
    const k = KS[t % KS.length]!;
    const tree = buildTree(nodes);
    const second = new Set(publishedIds(tree, decidePatterns(tree, k).second));
    const further = createFurther(["L1"]);
    const answered: RawNode[] = nodes.map((node) => {
      const mood = rng.int(1, 5);
      let n = 0;
      for (let i = 0; i < node.n; i++) {
        if (rng.chance(0.3)) continue;
        further.add(node.id, [rng.chance(0.5) ? (mood as 1 | 2 | 3 | 4 | 5) : (rng.int(1, 5) as 1 | 2 | 3 | 4 | 5)]);
        n += 1;
      }
      if (n < node.n) skippedSomewhere += 1;
      return { ...node, n };
    });
    const made = buildFurther(nodes, further.finish(), second, k);
    expect(made.findings).toEqual([]);
    expect(made.cells.every(({ nodeId }) => second.has(nodeId))).toBe(true);
    const found = determinedSums(
      asRaw(answered),
      made.cells.map(({ nodeId, sum }) => ({ id: nodeId, value: sum })),
    );
    expect(found.length).toBe(made.blocks.length);
    for (const { n, value } of found) {
      expect(n).toBeGreaterThanOrEqual(Math.max(10, k));
      expect(value).toBeGreaterThanOrEqual(60 * (n + 4));
      expect(value).toBeLessThanOrEqual(60 * (5 * n - 4));
    }
    shown += made.cells.length;
  }
  expect(shown).toBeGreaterThan(TREES);
  expect(skippedSomewhere).toBeGreaterThan(TREES);
});
