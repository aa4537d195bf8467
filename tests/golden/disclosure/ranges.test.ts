import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createAccumulator } from "#server/disclosure/accumulator.ts";
import { auditRelease } from "#server/disclosure/audit/audit.ts";
import { rangesHold } from "#server/disclosure/audit/ranges.ts";
import { buildRelease } from "#server/disclosure/release.ts";
import { placesUnder } from "./attacker.ts";
import { rangeOf } from "./linear.ts";
import { type RawNode, random, randomAnswers, randomTree } from "./trees.ts";

const TREES = Number(process.env.DISCLOSURE_TREES ?? 300);
const SEED = Number(process.env.DISCLOSURE_SEED ?? 1);
const LONG = 60_000 + TREES * 200;

/** Of every group of people that no published sum tells apart, one person: how free is the answer? */
function pinned(nodes: readonly RawNode[], sums: { places: number[]; value: number }[]): boolean {
  const people = nodes.flatMap((node, place) => Array.from({ length: node.n }, () => place));
  // Persons as variables from 0 to 4: an answer of 1 is 0.
  const rows = sums.map(({ places, value }) => {
    const members = people.flatMap((place, person) => (places.includes(place) ? [person] : []));
    return { members, value: value / 60 - members.length };
  });
  const seen = new Set<string>();
  return people.some((_, person) => {
    const group = rows.map((row) => (row.members.includes(person) ? 1 : 0)).join("");
    if (seen.has(group) || !group.includes("1")) return false;
    seen.add(group);
    const range = rangeOf(
      rows,
      people.map(() => 4),
      person,
    );
    return range === null || range.low > 1e-6 || range.high < 4 - 1e-6;
  });
}

function releaseOf(nodes: readonly RawNode[], rng: ReturnType<typeof random>) {
  const accumulator = createAccumulator(nodes);
  for (const node of nodes) {
    const mood = rng.int(0, 5);
    for (let i = 0; i < node.n; i++) accumulator.add(node.id, randomAnswers(rng, mood));
  }
  const totals = accumulator.finish();
  return { totals, release: buildRelease({ totals, k: 5 }).release! };
}

describe("an attacker with linear programming", () => {
  test("finds nobody's answer narrowed by what is published, unanimous teams among them", { timeout: LONG }, () => {
    let tried = 0;
    for (let t = 0; tried < Math.min(TREES, 1000) / 5; t++) {
      const rng = random(SEED * 13_000_027 + t);
      const nodes = randomTree(rng);
      if (nodes.reduce((sum, node) => sum + node.n, 0) > 90) continue;
      tried += 1;
      const { release } = releaseOf(nodes, rng);
      for (const axis of [0, 1] as const) {
        const sums = release.cells.map((cell) => {
          const unit = cell.nodeId.replace(/\/direct$/, "");
          const own = nodes.findIndex((node) => node.id === unit);
          return { places: cell.nodeId === unit ? placesUnder(nodes, unit) : [own], value: cell.axes[axis] };
        });
        expect(pinned(nodes, sums), `tree ${t}`).toBe(false);
      }
    }
  });

  test("agrees with the audit about coupled sums", { timeout: LONG }, () => {
    let narrow = 0;
    let free = 0;
    for (let t = 0; t < Math.min(TREES, 1000) / 2; t++) {
      const rng = random(SEED * 17_000_023 + t);
      const nodes = Array.from({ length: rng.int(3, 6) }, (_, i) => ({
        id: `t${i}`,
        parentId: null,
        n: rng.int(1, 6),
      }));
      const mood = rng.int(0, 3);
      const value = () => (mood === 0 ? rng.int(4, 5) : mood === 1 ? rng.int(1, 2) : rng.int(1, 5));
      const total = nodes.map((node) => Array.from({ length: node.n }, value).reduce((a, b) => a + b, 0));
      const sets = Array.from({ length: rng.int(2, 4) }, () => nodes.flatMap((_, i) => (rng.chance(0.6) ? [i] : [])));
      const sums = sets
        .filter((set) => set.length > 0)
        .map((places) => ({
          places,
          value: 60 * places.reduce((sum, i) => sum + total[i]!, 0),
        }));
      const attacked = pinned(nodes, sums);
      const held = rangesHold(
        sums.map(({ places, value: of }) => ({ atoms: places, value: of / 60 })),
        nodes.map((node) => node.n),
      );
      expect(held, `system ${t}`).toBe(!attacked);
      if (attacked) narrow += 1;
      else free += 1;
    }
    expect(Math.min(narrow, free)).toBeGreaterThan(10);
  });
});

describe("planted mutants of what is stored", () => {
  const source = readFileSync("server/disclosure/blocks.ts", "utf8");

  test("extremes not moved, or moved by less: seen by both", () => {
    // The line that moves them is where this test believes it is.
    expect(source).toContain("return Math.min(high, Math.max(low, sum));");
    let unmoved = 0;
    let half = 0;
    for (let t = 0; t < 60; t++) {
      const rng = random(19_000_003 + t);
      const nodes = randomTree(rng);
      const { totals, release } = releaseOf(nodes, rng);
      const raw = (nodeId: string, axis: 0 | 1) => {
        const unit = nodeId.replace(/\/direct$/, "");
        const under = nodeId === unit ? placesUnder(nodes, unit) : [nodes.findIndex((node) => node.id === unit)];
        return under.reduce((sum, i) => {
          const leaf = totals.leaves.get(nodes[i]!.id) ?? totals.leaves.get(`${nodes[i]!.id}/direct`);
          return sum + (leaf?.axes[axis] ?? 0);
        }, 0);
      };
      const audited = (of: (nodeId: string, axis: 0 | 1, moved: number) => number) =>
        auditRelease({
          k: 5,
          nodes,
          first: release.cells.map(({ nodeId, axes }) => ({
            nodeId,
            axes: [of(nodeId, 0, axes[0]), of(nodeId, 1, axes[1])] as const,
          })),
          second: release.cells.flatMap((cell) => (cell.second ? [cell.nodeId] : [])),
          earlier: [],
        }).findings.some((finding) => finding.check === "interval");
      expect(audited((_, __, moved) => moved)).toBe(false);
      if (audited(raw)) unmoved += 1;
      if (audited((nodeId, axis, moved) => Math.round((raw(nodeId, axis) + moved) / 2))) half += 1;
    }
    expect(unmoved).toBeGreaterThan(20);
    expect(half).toBeGreaterThan(20);
  });
});
