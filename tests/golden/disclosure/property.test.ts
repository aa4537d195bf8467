import { describe, expect, test } from "vitest";
import { createAccumulator } from "#server/disclosure/accumulator.ts";
import { auditRelease } from "#server/disclosure/audit/audit.ts";
import { buildRelease } from "#server/disclosure/release.ts";
import { decidePatterns, publishedIds } from "#server/disclosure/rule.ts";
import { buildTree } from "#server/disclosure/tree.ts";
import { attackPatterns, determinedSums, fullSystemLeaks, leaks, placesUnder } from "./attacker.ts";
import { referencePatterns } from "./reference-rule.ts";
import { type RawNode, random, randomAnswers, randomTree } from "./trees.ts";

// DISCLOSURE_TREES=10000 runs the large version; DISCLOSURE_SEED moves it to other trees.
const TREES = Number(process.env.DISCLOSURE_TREES ?? 300);
const SEED = Number(process.env.DISCLOSURE_SEED ?? 1);
const LONG = 60_000 + TREES * 100;
const KS = [5, 7, 10, 12];

/** Ids of the rule name the direct leaf; the attacker knows only nodes. The leaf and its own people are the same place. */
function asRaw(nodes: readonly RawNode[]): RawNode[] {
  const tree = buildTree(nodes);
  return tree.ids.map((id, i) => ({
    id,
    parentId: tree.parent[i]! < 0 ? null : tree.ids[tree.parent[i]!]!,
    n: tree.isLeaf[i] ? tree.n[i]! : 0,
  }));
}

function decide(nodes: readonly RawNode[], k: number, before: ReadonlySet<string>) {
  const tree = buildTree(nodes);
  const { first, second } = decidePatterns(tree, k, { first: before, second: before });
  return { first: publishedIds(tree, first), second: publishedIds(tree, second) };
}

describe(`residual block suppression on ${TREES} random trees`, () => {
  test("an attacker with all published sums of both patterns finds nothing; the rule is the one described", {
    timeout: LONG,
  }, () => {
    let findings = 0;
    for (let t = 0; t < TREES; t++) {
      const rng = random(SEED * 1_000_003 + t);
      const nodes = randomTree(rng);
      const k = KS[t % KS.length]!;
      const before = new Set(nodes.filter(() => rng.chance(0.2)).map((x) => x.id));
      const { first, second } = decide(nodes, k, before);
      if (attackPatterns(asRaw(nodes), first, second, k)) findings += 1;
      if (t < 300)
        expect({ first: first.toSorted(), second: second.toSorted() }).toEqual(referencePatterns(nodes, k, before));
    }
    expect(findings).toBe(0);
  });

  test("the long way: all statements of all teams as unknowns", { timeout: LONG }, () => {
    for (let t = 0, done = 0; done < Math.min(40, TREES); t++) {
      const nodes = randomTree(random(SEED * 7_000_003 + t));
      if (nodes.length > 25) continue;
      done += 1;
      const k = KS[t % KS.length]!;
      const { first, second } = decide(nodes, k, new Set());
      expect(fullSystemLeaks(asRaw(nodes), first, second, k)).toBe(false);
    }
  });

  test("whole releases, unanimous teams among them: sums add up, everybody keeps 1..5, the audit passes", {
    timeout: LONG,
  }, () => {
    for (let t = 0; t < TREES; t++) {
      const rng = random(SEED * 3_000_017 + t);
      const nodes = randomTree(rng);
      const k = KS[t % KS.length]!;
      const accumulator = createAccumulator(nodes);
      for (const node of nodes) {
        const mood = rng.int(0, 5);
        for (let i = 0; i < node.n; i++) accumulator.add(node.id, randomAnswers(rng, mood));
      }
      const totals = accumulator.finish();
      expect(totals.nodes).toEqual(nodes);
      const { audit, release } = buildRelease({ totals, k });
      expect(audit.findings).toEqual([]);
      for (const cell of release!.cells) {
        if (!cell.second) continue;
        const [d, e] = [cell.second.statements.slice(0, 6), cell.second.statements.slice(6)];
        expect(d.reduce((a, b) => a + b, 0)).toBe(6 * cell.axes[0]);
        expect(e.reduce((a, b) => a + b, 0)).toBe(6 * cell.axes[1]);
      }
      for (const axis of [0, 1] as const) {
        const cells = release!.cells.map((cell) => ({ id: cell.nodeId, value: cell.axes[axis] }));
        const found = determinedSums(asRaw(nodes), cells);
        expect(found.length).toBe(release!.blocks.length);
        for (const { n, value } of found) {
          expect(n).toBeGreaterThanOrEqual(k);
          expect(value).toBeGreaterThanOrEqual(60 * (n + 4));
          expect(value).toBeLessThanOrEqual(60 * (5 * n - 4));
        }
      }
    }
  });
});

describe("the audit against brute force", () => {
  const middle = (n: number): [number, number] => [180 * n, 180 * n];

  function exactFails(
    nodes: readonly RawNode[],
    k: number,
    first: string[],
    second: string[],
    earlier: RawNode[][] = [],
  ) {
    const n = (id: string) => placesUnder(nodes, id).reduce((sum, i) => sum + nodes[i]!.n, 0);
    const verdict = auditRelease({
      k,
      nodes,
      first: first.map((nodeId) => ({ nodeId, axes: middle(n(nodeId)) })),
      second,
      earlier: earlier.map((tree) => ({
        k,
        first: tree.map(({ id }) => ({ places: placesUnder(tree, id).map((i) => tree[i]!.id), axes: null })),
        second: [],
      })),
    });
    expect(verdict.findings.filter((f) => f.check === "not_proven")).toEqual([]);
    return verdict.findings.some((f) => f.check === "exact");
  }

  test("plain thresholds leak in most trees, and the audit says so exactly where the attacker does", {
    timeout: LONG,
  }, () => {
    let leaking = 0;
    const runs = Math.min(TREES, 300);
    for (let t = 0; t < runs; t++) {
      const nodes = randomTree(random(SEED * 5_000_011 + t));
      const k = KS[t % KS.length]!;
      const big = (limit: number) =>
        nodes
          .filter(({ id }) => placesUnder(nodes, id).reduce((sum, i) => sum + nodes[i]!.n, 0) >= limit)
          .map((x) => x.id);
      const [first, second] = [big(k), big(Math.max(10, k))];
      const attacked = attackPatterns(nodes, first, second, k);
      expect(exactFails(nodes, k, first, second)).toBe(attacked);
      if (attacked) leaking += 1;
    }
    expect(leaking / runs).toBeGreaterThan(0.8);
  });

  test("earlier releases over other trees: coupled sums are decided as brute force decides them", {
    timeout: LONG,
  }, () => {
    let coupledLeaks = 0;
    let safe = 0;
    const runs = Math.min(TREES, 300);
    for (let t = 0; t < runs; t++) {
      const rng = random(SEED * 9_000_011 + t);
      const leaves = Array.from({ length: rng.int(6, 16) }, (_, i) => ({
        id: `t${i}`,
        parentId: "root",
        n: rng.int(1, 6),
      }));
      const k = 5;
      // Each release groups the same teams in its own way and publishes the groups, without the teams.
      const grouped = (groups: number): RawNode[] => [
        ...Array.from({ length: groups }, (_, g) => ({ id: `g${g}`, parentId: null, n: 0 })),
        ...leaves.map((leaf) => ({ ...leaf, parentId: `g${rng.int(0, groups - 1)}` })),
      ];
      const trees = Array.from({ length: rng.int(2, 4) }, () => grouped(rng.int(2, 4)));
      const groupIds = (tree: RawNode[]) => tree.filter((x) => x.id.startsWith("g"));
      const sets = trees.flatMap((tree) =>
        groupIds(tree).map(({ id }) => placesUnder(tree, id).map((i) => tree[i]!.id)),
      );
      const indexed = sets.map((set) => set.map((id) => leaves.findIndex((leaf) => leaf.id === id)));
      const attacked = leaks(leaves, indexed, k) !== null;
      const verdict = auditRelease({
        k,
        nodes: trees[0]!,
        first: groupIds(trees[0]!).map(({ id }) => {
          const n = placesUnder(trees[0]!, id).reduce((sum, i) => sum + trees[0]![i]!.n, 0);
          return { nodeId: id, axes: middle(n) };
        }),
        second: [],
        earlier: trees.slice(1).map((tree) => ({
          k,
          first: groupIds(tree).map(({ id }) => ({
            places: placesUnder(tree, id).map((i) => tree[i]!.id),
            axes: null,
          })),
          second: [],
        })),
      });
      expect(verdict.findings.some((f) => f.check === "not_proven")).toBe(false);
      expect(verdict.findings.some((f) => f.check === "exact")).toBe(attacked);
      if (attacked) coupledLeaks += 1;
      else safe += 1;
    }
    expect(coupledLeaks).toBeGreaterThan(20);
    expect(safe).toBeGreaterThan(20);
  });
});
