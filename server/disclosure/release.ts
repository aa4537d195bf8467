import { createHash } from "node:crypto";
import { type LeafTotal, type Totals, BANDS } from "./accumulator.ts";
import { type AuditVerdict, auditRelease, type EarlierRelease } from "./audit/audit.ts";
import { type AxisBlock, axisBlock, type MovedBlock, type StatementBlock, statementBlock } from "./blocks.ts";
import { buildFurther, type FurtherRelease, type FurtherSum } from "./further-statements.ts";
import { type BandShare, bandShares } from "./reading.ts";
import { blocksOf, decidePatterns, type HiddenBefore, publishedIds, RULE_VERSION } from "./rule.ts";
import { enoughAnswered, shownParticipation } from "./scores.ts";
import { buildTree, directLeafId, type Tree } from "./tree.ts";
import { type WaveStatistics, waveStatistics } from "./wave-statistics.ts";

export type ReleaseInput = {
  totals: Totals;
  /** The wave's k, at least 5, frozen at launch. */
  k: number;
  hiddenBefore?: HiddenBefore;
  /** Invited people by node they sit in; left out for imports (participation unknown). */
  invited?: ReadonlyMap<string, number>;
  /** Published sums of earlier releases of the same answers, withdrawn ones too. */
  earlier?: readonly EarlierRelease[];
};

/** A stored block of the first pattern: nodeId is the published node whose block it is. */
export type ReleaseAxisBlock = AxisBlock & { nodeId: string };

/** A stored block of the second pattern: twelve sums in sixtieths. */
export type ReleaseStatementBlock = { nodeId: string; n: number; statements: number[] };

/** A published node: the sums of its blocks. */
export type ReleaseCell = AxisBlock & {
  nodeId: string;
  /** Five points, at most 90; null when unknown. */
  participation: number | null;
  /** Null where the second pattern does not publish the node. */
  second: {
    statements: number[];
    /** Twelve: false reads "no answers". Counts of real answers are not stored. */
    answeredEnough: boolean[];
    /** Twelve: three shares to ten points, null under thirty real answers. */
    shares: (BandShare[] | null)[];
  } | null;
};

/** Everything that leaves the releaser. It holds blocks, sums of blocks and wave-level spread, and nothing finer. */
export type Release = {
  ruleVersion: string;
  k: number;
  k2: number;
  blocks: ReleaseAxisBlock[];
  statementBlocks: ReleaseStatementBlock[];
  /** In tree order. */
  cells: ReleaseCell[];
  /** Ids not published, of either pattern: the next wave's `hiddenBefore`. Never shown apart from each other. */
  hidden: { first: string[]; second: string[] };
  statistics: WaveStatistics;
  /** Of the extra statement and HR's own, each decided by those who answered it. */
  further: { blocks: FurtherSum[]; cells: FurtherSum[] };
};

/** `release` is null exactly when the audit failed: without a passed audit no number comes out. */
export type ReleaseOutcome = { audit: AuditVerdict; release: Release | null };

/** Own block of a node plus those of everything published below: walks the tree backwards, so children come first. */
function sumsUpwards(tree: Tree, own: ReadonlyMap<number, number[]>, width: number): Float64Array {
  const sums = new Float64Array(tree.ids.length * width);
  for (let i = tree.ids.length - 1; i >= 0; i--) {
    const block = own.get(i);
    if (block) for (let c = 0; c < width; c++) sums[i * width + c]! += block[c]!;
    const p = tree.parent[i]!;
    if (p >= 0) for (let c = 0; c < width; c++) sums[p * width + c]! += sums[i * width + c]!;
  }
  return sums;
}

function row(sums: Float64Array, i: number, width: number): number[] {
  return [...sums.subarray(i * width, (i + 1) * width)];
}

/** Plain leaf columns added up over the tree (real answers, bands, invited): used for flags and coarse shares only. */
function leafColumns(
  tree: Tree,
  leaves: ReadonlyMap<string, LeafTotal>,
  width: number,
  of: (l: LeafTotal) => number[],
) {
  const own = new Map<number, number[]>();
  for (const [id, leaf] of leaves) own.set(tree.indexOf.get(id)!, of(leaf));
  return sumsUpwards(tree, own, width);
}

function invitedColumn(tree: Tree, invited: ReadonlyMap<string, number> | undefined): Float64Array | null {
  if (invited === undefined) return null;
  const own = new Map<number, number[]>();
  for (const [id, count] of invited) {
    const i = tree.indexOf.get(directLeafId(id)) ?? tree.indexOf.get(id);
    if (i === undefined) throw new Error(`release: invited people at unknown unit ${id}`);
    own.set(i, [count]);
  }
  return sumsUpwards(tree, own, 1);
}

function mapBlocks<T>(blocks: ReadonlyMap<number, number[]>, make: (leaves: number[]) => T): Map<number, T> {
  return new Map([...blocks].map(([v, leaves]) => [v, make(leaves)]));
}

/**
 * Makes a release from the sums of the leaves: decides both patterns by counts, sums leaves to blocks, moves extremes,
 * sums blocks to cells, and audits the result. Pure; the caller stores `release` and the verdict in one transaction.
 * @throws for k below 5 or totals that do not fit their tree.
 */
export function buildRelease({ totals, k, hiddenBefore, invited, earlier = [] }: ReleaseInput): ReleaseOutcome {
  const tree = buildTree(totals.nodes);
  for (const [id, leaf] of totals.leaves) {
    const i = tree.indexOf.get(id);
    if (i === undefined || !tree.isLeaf[i] || tree.n[i] !== leaf.n)
      throw new Error(`release: totals do not fit at ${id}`);
  }
  const leafAt = (i: number) => totals.leaves.get(tree.ids[i]!)!;
  const patterns = decidePatterns(tree, k, hiddenBefore);

  const firstLeaves = blocksOf(tree, patterns.first);
  const secondLeaves = blocksOf(tree, patterns.second);
  const firstBlocks = mapBlocks(firstLeaves, (leaves) => axisBlock(leaves.map(leafAt)));
  const firstOfLeaf = new Map([...firstLeaves].flatMap(([v, leaves]) => leaves.map((leaf) => [leaf, v] as const)));
  const secondBlocks = mapBlocks(secondLeaves, (leaves): StatementBlock => {
    // The patterns are nested: a block of the second is a union of blocks of the first.
    const inside = [...new Set(leaves.map((leaf) => firstOfLeaf.get(leaf)!))].map((v) => firstBlocks.get(v)!);
    return statementBlock(leaves.map(leafAt), inside);
  });

  const second = publishedIds(tree, patterns.second);
  const { blocks, cells, ...checked } = buildFurther(totals.nodes, totals.further, new Set(second), k);
  const release: Release = {
    ruleVersion: RULE_VERSION,
    k,
    k2: patterns.k2,
    blocks: [...firstBlocks].map(([v, b]) => ({ nodeId: tree.ids[v]!, n: b.n, axes: b.axes })),
    statementBlocks: [...secondBlocks].map(([v, b]) => ({ nodeId: tree.ids[v]!, n: b.n, statements: b.statements })),
    cells: cellsOf(tree, totals, patterns, firstBlocks, secondBlocks, invited),
    hidden: {
      first: tree.ids.filter((_, i) => !patterns.first[i]),
      second: tree.ids.filter((_, i) => !patterns.second[i]),
    },
    statistics: waveStatistics(totals),
    further: { blocks, cells },
  };
  const twelve = auditRelease({
    k,
    nodes: totals.nodes.map(({ id, parentId, n }) => ({ id, parentId, n })),
    first: release.cells.map(({ nodeId, axes }) => ({ nodeId, axes })),
    second,
    earlier,
  });
  const audit = joined(twelve, checked);
  return { audit, release: audit.verdict === "passed" ? release : null };
}

/** One verdict over the twelve statements and the further ones; a wave without any has the hash it always had. */
function joined(twelve: AuditVerdict, { findings, inputHash }: Omit<FurtherRelease, "blocks" | "cells">): AuditVerdict {
  if (inputHash === null) return twelve;
  const all = [...new Map([...twelve.findings, ...findings].map((f) => [`${f.check} ${f.pattern}`, f])).values()];
  return {
    ...twelve,
    findings: all,
    verdict: all.length === 0 ? "passed" : "failed",
    inputHash: createHash("sha256").update(`${twelve.inputHash} ${inputHash}`).digest("hex"),
  };
}

function cellsOf(
  tree: Tree,
  { leaves }: Totals,
  { first, second }: { first: Uint8Array; second: Uint8Array },
  firstBlocks: ReadonlyMap<number, MovedBlock>,
  secondBlocks: ReadonlyMap<number, StatementBlock>,
  invited: ReadonlyMap<string, number> | undefined,
): ReleaseCell[] {
  const axes = sumsUpwards(
    tree,
    mapValues(firstBlocks, (b) => b.axes),
    2,
  );
  const statements = sumsUpwards(
    tree,
    mapValues(secondBlocks, (b) => b.statements),
    12,
  );
  const answered = leafColumns(tree, leaves, 12, (leaf) => leaf.answered);
  const bands = leafColumns(tree, leaves, 12 * BANDS, (leaf) => leaf.bands ?? new Array(12 * BANDS).fill(0));
  const asked = invitedColumn(tree, invited);

  const cells: ReleaseCell[] = [];
  for (let i = 0; i < tree.ids.length; i++) {
    if (!first[i]) continue;
    const n = tree.n[i]!;
    const real = row(answered, i, 12);
    const counts = row(bands, i, 12 * BANDS);
    cells.push({
      nodeId: tree.ids[i]!,
      n,
      axes: [axes[2 * i]!, axes[2 * i + 1]!],
      participation: shownParticipation(n, asked && asked[i]!),
      second: second[i]
        ? {
            statements: row(statements, i, 12),
            answeredEnough: real.map((count) => enoughAnswered(count, n)),
            shares: real.map((_, j) => bandShares(counts.slice(j * BANDS, (j + 1) * BANDS))),
          }
        : null,
    });
  }
  return cells;
}

function mapValues<T>(map: ReadonlyMap<number, T>, of: (value: T) => number[]): Map<number, number[]> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}
