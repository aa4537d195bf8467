import type { CheckName } from "#contracts/certificate.ts";
import { STATEMENTS_PER_AXIS } from "#contracts/statements.ts";
import { type AuditVerdict, auditRelease } from "./audit/audit.ts";
import { limitOf } from "./blocks.ts";
import { checkFurther } from "./check-further.ts";
import { nodeIdOf, nodesOfBlocks, type Stored, type StoredBlock, type StoredCell } from "./stored.ts";

/** One thing that a certificate says. `holds` is null where it could not be looked at, and `why` says so. */
export type Check = { name: CheckName; holds: boolean | null; why?: string };

type Frozen = { unitId: string; parentId: string | null };

/**
 * Checks what a release stored against itself and against subtraction, without the answers: the blocks stand for the leaves
 * under them, which no published sum can tell apart. What needs the answers (the rule itself, the sizes of teams within a
 * block, sums of an earlier release over another tree) is looked at by `certifyWave` while they are there.
 * @param tree the tree of the wave as it was frozen
 */
export function checkStored(tree: readonly Frozen[], stored: Stored, k: number, k2: number): Check[] {
  const { blocks, cells } = stored;
  const beside = checkFurther(tree, stored, k2);
  const audited = auditChecks({ findings: [...auditOfBlocks(tree, stored, k).findings, ...beside.findings] });
  return [
    { name: "nested", holds: cells.every(isNested) && coversTree(tree, cells) && beside.nested },
    { name: "sums", holds: cellsAddUp(cells, blocks) && axesAddUp(blocks) && beside.sums },
    {
      name: "sizes",
      holds:
        blocks.every((b) => b.n >= (b.pattern === 1 ? k : k2)) &&
        beside.sizes &&
        cells.every((c) => (!c.shown || (c.n ?? 0) >= k) && (!c.shownInFiles || (c.n ?? 0) >= k2)),
    },
    ...audited.map((check) =>
      check.name === "interval" ? { ...check, holds: check.holds && blocks.every(leavesRoom) } : check,
    ),
  ];
}

/** What an audit found, by check. One that did not end has proven nothing. */
export function auditChecks({ findings }: Pick<AuditVerdict, "findings">): Check[] {
  const found = findings.map((finding) => finding.check);
  return (["exact", "coalition", "interval"] as const).map((name) => ({
    name,
    holds: !found.includes(name) && !found.includes("not_proven"),
  }));
}

function isNested(cell: StoredCell): boolean {
  const sums = [cell.n, cell.directionSum, cell.deliverySum];
  const more = [cell.statementSums, cell.statementUnanswered];
  if (!cell.shown) {
    const rest = [cell.engagementLimit, cell.deliveryLimit, cell.participation];
    return !cell.shownInFiles && [...sums, ...more, ...rest].every((value) => value === null);
  }
  return sums.every((value) => value !== null) && more.every((value) => (value !== null) === cell.shownInFiles);
}

/** A cell for each node of the tree, and for nothing else but people directly in one of its inner units. */
function coversTree(tree: readonly Frozen[], cells: readonly StoredCell[]): boolean {
  const inner = new Set(tree.map((unit) => unit.parentId));
  const units = new Set(tree.map((unit) => unit.unitId));
  const plain = cells.filter((cell) => !cell.direct);
  return (
    plain.length === units.size &&
    plain.every((cell) => units.has(cell.unitId)) &&
    cells.every((cell) => !cell.direct || inner.has(cell.unitId)) &&
    new Set(cells.map(nodeIdOf)).size === cells.length
  );
}

/** Parent of each node, by id, with "People directly in X" under X. */
function parentsOf(cells: readonly StoredCell[]): Map<string, string | null> {
  return new Map(cells.map((cell) => [nodeIdOf(cell), cell.direct ? cell.unitId : cell.parentId]));
}

const width = 15;
const vectorOf = (row: StoredBlock | StoredCell): number[] => [
  row.n ?? 0,
  row.directionSum ?? 0,
  row.deliverySum ?? 0,
  ...(row.statementSums ?? new Array<number>(12).fill(0)),
];

/** Every shown cell is exactly the sum of the blocks at and below it, in each pattern. */
function cellsAddUp(cells: readonly StoredCell[], blocks: readonly StoredBlock[]): boolean {
  const parents = parentsOf(cells);
  for (const pattern of [1, 2]) {
    const sums = new Map<string, number[]>();
    for (const block of blocks) {
      if (block.pattern !== pattern) continue;
      const vector = vectorOf(block);
      const start = nodeIdOf(block);
      if (!parents.has(start)) return false;
      for (let at: string | null | undefined = start; at != null; at = parents.get(at)) {
        const sum = sums.get(at) ?? new Array<number>(width).fill(0);
        for (let i = 0; i < width; i++) sum[i]! += vector[i]!;
        sums.set(at, sum);
      }
    }
    for (const cell of cells) {
      if (!(pattern === 1 ? cell.shown : cell.shownInFiles)) continue;
      const sum = sums.get(nodeIdOf(cell)) ?? new Array<number>(width).fill(0);
      const length = pattern === 1 ? 3 : width;
      if (vectorOf(cell).some((value, i) => i < length && value !== sum[i])) return false;
    }
  }
  return true;
}

/** Six statement sums are six times the axis sum of the same people. */
function axesAddUp(blocks: readonly StoredBlock[]): boolean {
  return blocks.every(({ pattern, statementSums, directionSum, deliverySum }) => {
    if (pattern === 1) return statementSums === null;
    if (statementSums?.length !== 2 * STATEMENTS_PER_AXIS) return false;
    const six = (from: number) => statementSums.slice(from, from + STATEMENTS_PER_AXIS).reduce((a, b) => a + b, 0);
    return six(0) === STATEMENTS_PER_AXIS * directionSum && six(6) === STATEMENTS_PER_AXIS * deliverySum;
  });
}

function leavesRoom({ pattern, n, directionSum, deliverySum, movedDirection, movedDelivery }: StoredBlock): boolean {
  if (pattern !== 1) return true;
  const marked = (sum: number, moved: boolean) => moved === (limitOf(n, sum) !== null);
  return marked(directionSum, movedDirection) && marked(deliverySum, movedDelivery);
}

function auditOfBlocks(tree: readonly Frozen[], { blocks, cells }: Omit<Stored, "further">, k: number) {
  return auditRelease({
    k,
    nodes: nodesOfBlocks(
      tree,
      cells,
      blocks.filter((block) => block.pattern === 1),
    ),
    first: cells.flatMap((cell) =>
      cell.shown ? [{ nodeId: nodeIdOf(cell), axes: [cell.directionSum ?? 0, cell.deliverySum ?? 0] as const }] : [],
    ),
    second: cells.filter((cell) => cell.shownInFiles).map(nodeIdOf),
    earlier: [],
  });
}
