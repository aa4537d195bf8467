import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { auditRelease } from "#server/disclosure/audit/audit.ts";
import { attackPatterns, placesUnder } from "./attacker.ts";
import { referencePatterns } from "./reference-rule.ts";
import { type RawNode, random, randomTree } from "./trees.ts";

// Faults planted in the source of the rule, one at a time: production code has no switch for them. The tests that hold the
// rule must see each; those that leak must be seen by the attacker and by the audit as well.
const SOURCE = join(import.meta.dirname, "../../../server/disclosure");
const folder = mkdtempSync(join(tmpdir(), "disclosure-mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Mutant = { name: string; file: "rule.ts" | "tree.ts"; from: string; to: string; leaks: boolean };

const MUTANTS: Mutant[] = [
  { name: "none", file: "rule.ts", from: "", to: "", leaks: false },
  {
    name: "skip the restore check",
    file: "rule.ts",
    from: "if (ownBad || ancestorBad) published[u] = 0;",
    to: "",
    leaks: true,
  },
  { name: "skip an ancestor", file: "rule.ts", from: "if (ownBad || ancestorBad)", to: "if (ownBad)", leaks: true },
  { name: "< for <= on the node", file: "rule.ts", from: "tree.n[u]! >= k", to: "tree.n[u]! > k", leaks: false },
  { name: "< for <= on the block", file: "rule.ts", from: "return n < k ||", to: "return n <= k ||", leaks: false },
  { name: "< for <= on the rest", file: "rule.ts", from: "n - largest < M", to: "n - largest <= M", leaks: false },
  { name: "a block of k - 1 passes", file: "rule.ts", from: "return n < k ||", to: "return n < k - 1 ||", leaks: true },
  {
    name: "ignore the own-people leaf",
    file: "tree.ts",
    from: "{ id: directLeafId(node.id), parentId: node.id, n: node.n },",
    to: "",
    leaks: true,
  },
  {
    name: "un-nest the second pattern",
    file: "rule.ts",
    from: "suppress(tree, k2, hiddenBefore.second, first)",
    to: "suppress(tree, k2, hiddenBefore.second)",
    leaks: true,
  },
];

type Rule = typeof import("#server/disclosure/rule.ts");
type TreeModule = typeof import("#server/disclosure/tree.ts");

async function load(mutant: Mutant, at: number) {
  const load = async (file: string): Promise<unknown> => {
    const source = readFileSync(join(SOURCE, file), "utf8");
    if (mutant.file === file && !source.includes(mutant.from)) throw new Error(`${mutant.name}: nothing to replace`);
    const path = join(folder, `${at}-${file}`);
    writeFileSync(path, mutant.file === file ? source.replace(mutant.from, mutant.to) : source);
    return import(/* @vite-ignore */ pathToFileURL(path).href);
  };
  const rule = (await load("rule.ts")) as Rule;
  const { buildTree } = (await load("tree.ts")) as TreeModule;
  return (nodes: readonly RawNode[], k: number) => {
    const tree = buildTree(nodes);
    const { first, second } = rule.decidePatterns(tree, k);
    return { first: rule.publishedIds(tree, first), second: rule.publishedIds(tree, second) };
  };
}

/** For the attacker, who knows nodes only: a published leaf of direct people becomes a node that holds them. */
function withDirect(nodes: readonly RawNode[], ids: readonly string[]): RawNode[] {
  return nodes.flatMap((x) =>
    ids.includes(`${x.id}/direct`)
      ? [
          { ...x, n: 0 },
          { id: `${x.id}/direct`, parentId: x.id, n: x.n },
        ]
      : [x],
  );
}

function auditFails(
  nodes: readonly RawNode[],
  first: readonly string[],
  second: readonly string[],
  k: number,
): boolean {
  const verdict = auditRelease({
    k,
    nodes,
    first: first.map((nodeId) => {
      const n = placesUnder(nodes, nodeId).reduce((sum, i) => sum + nodes[i]!.n, 0);
      return { nodeId, axes: [180 * n, 180 * n] as const };
    }),
    second,
    earlier: [],
  });
  return verdict.findings.some((f) => f.check === "exact");
}

describe("planted mutants of the rule", () => {
  test.each(MUTANTS.map((m, i) => [m.name, m, i] as const))("%s", { timeout: 60_000 }, async (_, mutant, at) => {
    const decide = await load(mutant, at);
    let leaking = 0;
    let audited = 0;
    let different = 0;
    for (let t = 0; t < 100; t++) {
      const raw = randomTree(random(77_000_003 + t));
      const k = [5, 7, 10][t % 3]!;
      const { first, second } = decide(raw, k);
      const nodes = withDirect(raw, [...first, ...second]);
      if (attackPatterns(nodes, first, second, k)) leaking += 1;
      if (auditFails(nodes, first, second, k)) audited += 1;
      const expected = referencePatterns(raw, k, new Set());
      const same = [first, second].every(
        (ids, i) => ids.toSorted().join() === [expected.first, expected.second][i]!.join(),
      );
      if (!same) different += 1;
    }
    expect(different > 0).toBe(mutant.name !== "none");
    expect(leaking > 0).toBe(mutant.leaks);
    expect(audited).toBe(leaking);
  });
});
