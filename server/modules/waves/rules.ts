import type { WaveStatus } from "#contracts/waves.ts";

type Node = { id: string; parentId: string | null; name: string };

/**
 * Depth-first order, siblings by name then id: parents stand before their children. Nodes that cannot be reached from a
 * root (their parent is not in the list) are left out with everything below them.
 */
export function inTreeOrder<N extends Node>(nodes: readonly N[]): N[] {
  const children = new Map<string | null, N[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId) ?? [];
    siblings.push(node);
    children.set(node.parentId, siblings);
  }
  const byName = (a: N, b: N) => a.name.localeCompare(b.name, "en-GB", { numeric: true }) || (a.id < b.id ? -1 : 1);
  for (const siblings of children.values()) siblings.sort(byName);
  const ordered: N[] = [];
  const waiting = [...(children.get(null) ?? [])].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ordered.push(node);
    waiting.push(...[...(children.get(node.id) ?? [])].reverse());
  }
  return ordered;
}

/** The unit above, of a path from the root down to the unit itself; null at the root. */
export const parentIn = (path: readonly string[]): string | null => path.at(-2) ?? null;

/** Longest name of a wave, as the table has it. */
const LABEL_LENGTH = 80;

/** The name a withdrawn wave keeps: "Autumn 2025 (withdrawn)", numbered when that is taken, shortened to fit. */
export function retiredLabel(label: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? " (withdrawn)" : ` (withdrawn ${n})`;
    const retired = label.slice(0, LABEL_LENGTH - suffix.length).trimEnd() + suffix;
    if (!taken.has(retired)) return retired;
  }
}

/** Sealed or published: nothing more comes in. A withdrawn wave is closed too, but its results are gone. */
export function isClosed(status: WaveStatus): boolean {
  return status === "sealed" || status === "published" || status === "withdrawn";
}

/** Why this wave may not open now, in words, or null. By hand a wave goes from draft to open at once. */
export function whyNotOpen(status: WaveStatus, openNow: string | null, teams: number): string | null {
  if (status === "open") return "This wave is open already.";
  if (status !== "draft") return "This wave has been open before. Plan a new one.";
  if (openNow !== null) return `${openNow} is open. Close it first: one wave is open at a time.`;
  if (teams === 0) return "There is no team yet. Register the first team, then open the wave.";
  return null;
}

/** "close" to do it, "closed" when there is nothing left to do, or why it cannot be closed. */
export function closing(status: WaveStatus): "close" | "closed" | { refused: string } {
  if (isClosed(status)) return "closed";
  if (status === "open" || status === "closing") return "close";
  return { refused: "This wave has not been opened yet." };
}
