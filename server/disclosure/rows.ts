import type { ReleaseStatistics } from "#db/schema/releases.ts";
import type { Totals } from "./accumulator.ts";
import { limitOf } from "./blocks.ts";
import type { FurtherSum } from "./further-statements.ts";
import type { Release, ReleaseCell } from "./release.ts";
import { directLeafId } from "./tree.ts";
import type { WaveStatistics } from "./wave-statistics.ts";

const DIRECT = directLeafId("");

export type FrozenUnit = {
  unitId: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: string;
  path: string[];
};

const place = (nodeId: string) =>
  nodeId.endsWith(DIRECT)
    ? { unitId: nodeId.slice(0, -DIRECT.length), direct: true }
    : { unitId: nodeId, direct: false };

const sixOf = (statements: readonly number[], from: number) =>
  statements.slice(from, from + 6).reduce((a, b) => a + b, 0) / 6;

/** Rows of release_block: the finest sums that are ever stored. Of a statement block, six sums make the axis sum. */
export function blockRows(built: Release) {
  const first = built.blocks.map((b) => ({
    pattern: 1,
    ...place(b.nodeId),
    n: b.n,
    directionSum: b.axes[0],
    deliverySum: b.axes[1],
    statementSums: null as number[] | null,
    movedDirection: limitOf(b.n, b.axes[0]) !== null,
    movedDelivery: limitOf(b.n, b.axes[1]) !== null,
  }));
  const second = built.statementBlocks.map((b) => ({
    pattern: 2,
    ...place(b.nodeId),
    n: b.n,
    directionSum: sixOf(b.statements, 0),
    deliverySum: sixOf(b.statements, 6),
    statementSums: b.statements as number[] | null,
    movedDirection: false,
    movedDelivery: false,
  }));
  return [...first, ...second];
}

/** Rows of release_further_block and release_further_cell. */
export function furtherRows({ further }: Release) {
  const row = ({ code, nodeId, n, sum }: FurtherSum) => ({ code, ...place(nodeId), n, sum });
  return { blocks: further.blocks.map(row), cells: further.cells.map(row) };
}

/** One row of release_cell per node of the frozen tree in tree order, people directly in a unit right after it. */
export function cellRows(built: Release, units: readonly FrozenUnit[], totals: Totals) {
  const cells = new Map(built.cells.map((c) => [c.nodeId, c]));
  const parents = new Set(units.map((u) => u.parentId));
  const direct = new Set(totals.nodes.filter((t) => t.n > 0 && parents.has(t.id)).map((t) => t.id));
  let position = 0;
  return units.flatMap((u) => {
    const own = { position: position++, ...row(u, cells.get(u.unitId), parents.has(u.unitId)) };
    if (!direct.has(u.unitId)) return [own];
    const inside: FrozenUnit = { ...u, parentId: u.unitId, name: `People directly in ${u.name}` };
    return [
      own,
      { position: position++, ...row(inside, cells.get(directLeafId(u.unitId)), false), kind: "direct", direct: true },
    ];
  });
}

function row(u: FrozenUnit, cell: ReleaseCell | undefined, hasChildren: boolean) {
  const second = cell?.second ?? null;
  return {
    unitId: u.unitId,
    direct: false,
    parentId: u.parentId,
    path: u.path,
    code: u.code,
    name: u.name,
    kind: u.kind,
    hasChildren,
    shown: cell !== undefined,
    shownInFiles: second !== null,
    n: cell?.n ?? null,
    directionSum: cell?.axes[0] ?? null,
    deliverySum: cell?.axes[1] ?? null,
    engagementLimit: cell ? limitOf(cell.n, cell.axes[0]) : null,
    deliveryLimit: cell ? limitOf(cell.n, cell.axes[1]) : null,
    statementSums: second?.statements ?? null,
    statementUnanswered: second?.answeredEnough.map((enough) => !enough) ?? null,
    participation: cell?.participation ?? null,
  };
}

/** Wave-level statistics as flat numbers; which s was pooled is kept as 1 or 0. */
export function statisticsRow(statistics: Omit<WaveStatistics, "s">, s: WaveStatistics["s"]): ReleaseStatistics {
  return {
    r: statistics.r,
    alphaDirection: statistics.alphas[0],
    alphaDelivery: statistics.alphas[1],
    differenceReliability: statistics.differenceReliability,
    leanIcc1: statistics.leanIcc1,
    pooledDirection: s[0].source === "pooled" ? 1 : 0,
    pooledDelivery: s[1].source === "pooled" ? 1 : 0,
  };
}
