import { type AuditFinding, auditRelease } from "./audit/audit.ts";
import { nodeIdOf, nodesOfBlocks, type Stored, type StoredFurther } from "./stored.ts";

type Frozen = { unitId: string; parentId: string | null };

/**
 * The same checks for the further statements, from what is stored: each statement is shown only where files show the node,
 * every shown sum is the sum of the blocks below it, no block is smaller than promised, and subtraction finds nothing.
 */
export function checkFurther(tree: readonly Frozen[], { cells, further }: Stored, k2: number) {
  const inFiles = new Set(cells.filter((cell) => cell.shownInFiles).map(nodeIdOf));
  const parents = new Map(cells.map((cell) => [nodeIdOf(cell), cell.direct ? cell.unitId : cell.parentId]));
  const all = [...further.blocks, ...further.cells];
  const codes = new Set(all.map((row) => row.code));
  const findings: AuditFinding[] = [];
  let sums = true;
  for (const code of codes) {
    const of = (rows: readonly StoredFurther[]) => rows.filter((row) => row.code === code);
    const shown = of(further.cells);
    sums &&= addUp(parents, of(further.blocks), shown);
    // A statement whose rows name a place that the tree does not have has not been checked, and does not hold.
    if (all.some((row) => !parents.has(nodeIdOf(row)))) {
      findings.push({ check: "not_proven", pattern: "statements" });
      continue;
    }
    const { findings: found } = auditRelease({
      k: k2,
      nodes: nodesOfBlocks(tree, cells, of(further.blocks)),
      first: shown.map((cell) => ({ nodeId: nodeIdOf(cell), axes: [cell.sum, cell.sum] as const })),
      second: shown.map(nodeIdOf),
      earlier: [],
    });
    findings.push(...found);
  }
  return {
    nested: further.cells.every((cell) => inFiles.has(nodeIdOf(cell))),
    sums,
    sizes: all.every((row) => row.n >= k2),
    findings,
  };
}

function addUp(
  parents: ReadonlyMap<string, string | null>,
  blocks: readonly StoredFurther[],
  cells: readonly StoredFurther[],
): boolean {
  const sums = new Map<string, { n: number; sum: number }>();
  for (const block of blocks) {
    for (let at: string | null | undefined = nodeIdOf(block); at != null; at = parents.get(at)) {
      const sum = sums.get(at) ?? { n: 0, sum: 0 };
      sums.set(at, { n: sum.n + block.n, sum: sum.sum + block.sum });
    }
  }
  return cells.every((cell) => {
    const sum = sums.get(nodeIdOf(cell));
    return sum?.n === cell.n && sum.sum === cell.sum;
  });
}
