import { createHash } from "node:crypto";
import { type AuditFinding, auditRelease } from "./audit/audit.ts";
import { moveExtreme } from "./blocks.ts";
import { blocksOf, K2_MINIMUM, publishedIds, suppress } from "./rule.ts";
import { type Answer, SIXTIETHS } from "./scores.ts";
import { buildTree, type Tree } from "./tree.ts";

/**
 * The one extra statement (X1-X3) and HR's own (L1-L5) are in no axis, so a person who skipped one has no mean of their own
 * to stand in. Each statement is therefore a small release of its own: counted by those who answered it, decided by the same
 * rule for max(10, k) people, only at nodes of the second pattern, and audited by itself. An answer to it is one more
 * unknown, which no sum of the twelve says anything about.
 */

/** Sums of one place of the frozen tree: people who answered, and their answers in sixtieths of a raw point. */
export type FurtherLeaf = { n: number; sum: number };

/** One further statement before anything is decided; finer than a block, in memory only. */
export type FurtherTotals = { code: string; leaves: ReadonlyMap<string, FurtherLeaf> };

/** A block or a published node of one statement. n stays in the store: beside the node's answers it would count who skipped. */
export type FurtherSum = { code: string; nodeId: string; n: number; sum: number };

export type FurtherRelease = {
  blocks: FurtherSum[];
  cells: FurtherSum[];
  findings: AuditFinding[];
  /** SHA-256 over the audited input of each statement; null where none was asked. */
  inputHash: string | null;
};

/** Adds answers of people whose response counts; "does not apply" and blank are missing. */
export function createFurther(codes: readonly string[]) {
  const leaves = codes.map(() => new Map<string, FurtherLeaf>());
  return {
    /** @param answers in the order of the codes */
    add(unitId: string, answers: readonly Answer[]): void {
      for (const [i, of] of leaves.entries()) {
        const answer = answers[i];
        if (!answer) continue;
        const leaf = of.get(unitId) ?? { n: 0, sum: 0 };
        of.set(unitId, { n: leaf.n + 1, sum: leaf.sum + SIXTIETHS * answer });
      }
    },
    finish: (): FurtherTotals[] => codes.map((code, i) => ({ code, leaves: leaves[i]! })),
  };
}

/**
 * @param nodes the frozen tree as the release counted it; its counts are not used
 * @param second ids of the second pattern: nothing else may show a statement
 * @param k of the wave
 */
export function buildFurther(
  nodes: readonly { id: string; parentId: string | null }[],
  totals: readonly FurtherTotals[],
  second: ReadonlySet<string>,
  k: number,
): FurtherRelease {
  const k2 = Math.max(K2_MINIMUM, k);
  const made: FurtherRelease = { blocks: [], cells: [], findings: [], inputHash: null };
  const hashes: string[] = [];
  for (const { code, leaves } of totals) {
    const counted = nodes.map(({ id, parentId }) => ({ id, parentId, n: leaves.get(id)?.n ?? 0 }));
    const tree = buildTree(counted);
    const pattern = suppress(
      tree,
      k2,
      undefined,
      Uint8Array.from(tree.ids, (id) => (second.has(id) ? 1 : 0)),
    );
    const blocks = new Map<number, FurtherLeaf>();
    for (const [v, places] of blocksOf(tree, pattern)) {
      const n = places.reduce((sum, i) => sum + tree.n[i]!, 0);
      const sum = places.reduce((total, i) => total + sumAt(tree, leaves, i), 0);
      blocks.set(v, { n, sum: moveExtreme(n, sum) });
    }
    const cells = cellsOf(code, tree, pattern, blocks);
    // Both axes of the audit are this statement; k2 is its k, so that nothing is determined for fewer.
    const audit = auditRelease({
      k: k2,
      nodes: counted,
      first: cells.map(({ nodeId, sum }) => ({ nodeId, axes: [sum, sum] as const })),
      second: publishedIds(tree, pattern).filter((id) => tree.n[tree.indexOf.get(id)!]! > 0),
      earlier: [],
    });
    made.blocks.push(...[...blocks].map(([v, b]) => ({ code, nodeId: tree.ids[v]!, ...b })));
    made.cells.push(...cells);
    made.findings.push(...audit.findings);
    hashes.push(`${code} ${audit.inputHash}`);
  }
  if (hashes.length > 0) made.inputHash = createHash("sha256").update(hashes.join("\n")).digest("hex");
  return made;
}

function sumAt(tree: Tree, leaves: ReadonlyMap<string, FurtherLeaf>, i: number): number {
  const parent = tree.parent[i]!;
  const own = leaves.get(tree.ids[i]!);
  // "People directly in X" are counted under X itself.
  return (own ?? leaves.get(parent < 0 ? "" : tree.ids[parent]!))?.sum ?? 0;
}

/** Published nodes with people: the sums of their blocks, added up backwards through the preorder. */
function cellsOf(
  code: string,
  tree: Tree,
  pattern: Uint8Array,
  blocks: ReadonlyMap<number, FurtherLeaf>,
): FurtherSum[] {
  const sums = tree.ids.map((_, i) => ({ ...(blocks.get(i) ?? { n: 0, sum: 0 }) }));
  for (let i = tree.ids.length - 1; i > 0; i--) {
    const above = sums[tree.parent[i]!];
    if (!above) continue;
    above.n += sums[i]!.n;
    above.sum += sums[i]!.sum;
  }
  return tree.ids.flatMap((nodeId, i) => (pattern[i] && sums[i]!.n > 0 ? [{ code, nodeId, ...sums[i]! }] : []));
}
