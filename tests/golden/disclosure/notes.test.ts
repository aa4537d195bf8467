import { expect, test } from "vitest";
import { placeNotes } from "#server/disclosure/notes.ts";
import { decidePatterns, publishedIds } from "#server/disclosure/rule.ts";
import { buildTree } from "#server/disclosure/tree.ts";
import { placesUnder } from "./attacker.ts";
import { referencePattern } from "./reference-rule.ts";
import { type RawNode, random, randomTree } from "./trees.ts";

const TREES = Number(process.env.DISCLOSURE_TREES ?? 300);
const SEED = Number(process.env.DISCLOSURE_SEED ?? 1);

test(`every note of ${TREES} random trees stands at one place at most, and ten people's notes stand there`, {
  timeout: 60_000 + TREES * 100,
}, () => {
  let placed = 0;
  let unplaced = 0;
  let above = 0;
  for (let t = 0; t < TREES; t++) {
    const rng = random(SEED * 11_000_027 + t);
    const nodes = randomTree(rng);
    const k = [5, 7, 10, 12][t % 4]!;
    const k2 = Math.max(10, k);
    const tree = buildTree(nodes);
    const second = new Set(publishedIds(tree, decidePatterns(tree, k).second));
    // In some organisations most people write, in others hardly anybody; a few whose answers do not count write too.
    const few = rng.chance(0.3);
    const written: RawNode[] = nodes.map((x) => ({
      ...x,
      n: few ? Number(rng.chance(0.4) && x.n > 0) : rng.int(Math.ceil(x.n / 2), x.n) + Number(rng.chance(0.1)),
    }));
    const places = placeNotes(written, k2, second);

    const at = new Map<string, string[]>();
    for (const [place, node] of places) {
      expect(second.has(node), "only where statements are shown").toBe(true);
      const under = placesUnder(
        nodes.map((x) => ({ ...x, n: 1 })),
        node,
      ).map((i) => nodes[i]!.id);
      expect(under, "at the place itself or above it").toContain(place);
      at.set(node, [...(at.get(node) ?? []), place]);
    }
    const n = (ids: readonly string[]) => ids.reduce((sum, id) => sum + written.find((x) => x.id === id)!.n, 0);
    for (const [node, ids] of at) {
      expect(n(ids), "people who wrote").toBeGreaterThanOrEqual(k2);
      const largest = Math.max(...ids.map((id) => n([id])));
      if (ids.length > 1) expect(n(ids) - largest).toBeGreaterThanOrEqual(3);
      if (ids.some((id) => id !== node)) above += 1;
    }
    // Word for word from the description: the lowest published node of the pattern of notes.
    const pattern = referencePattern(written, k2, (id) => second.has(id));
    for (const { id, n: own } of written) {
      if (own === 0) continue;
      const chain: string[] = [];
      for (let up: string | null = id; up !== null; up = nodes.find((x) => x.id === up)!.parentId) chain.push(up);
      expect(places.get(id)).toBe(chain.find((node) => pattern.has(node)));
      if (places.has(id)) placed += own;
      else unplaced += own;
    }
  }
  expect(Math.min(placed, unplaced, above)).toBeGreaterThan(20);
});
