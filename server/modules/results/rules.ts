import type { NextWave } from "#contracts/results-pages.ts";
import type { ResultRow } from "#contracts/results.ts";
import type { WaveStatus } from "#contracts/waves.ts";

/** Pure decisions of the results pages: which rows, what is near, where a line breaks. */

type Node = { unitId: string; direct: boolean; kind: string; path: readonly string[] };

/** The rows at and below a unit, in the order given. */
export function partBelow<C extends Node>(cells: readonly C[], rootId: string): C[] {
  return cells.filter((cell) => cell.path.includes(rootId));
}

const depthOf = (cell: Node) => cell.path.length + (cell.direct ? 1 : 0);

/**
 * At most so many levels. They are counted from the highest rows given, each branch from its own: rows of several parts
 * of a tree need not begin at the same height.
 */
export function upToLevels<C extends Node>(cells: readonly C[], levels: number): C[] {
  const ids = new Set(cells.filter((cell) => !cell.direct).map((cell) => cell.unitId));
  return cells.filter((cell) => {
    const top = cell.path.findIndex((id) => ids.has(id));
    return depthOf(cell) - top <= levels;
  });
}

/** The level right below the given units; a unit without anything below it stands for itself. */
export function levelBelow<C extends Node>(cells: readonly C[], rootIds: readonly string[]): C[] {
  const chosen = new Set<C>();
  for (const rootId of rootIds) {
    const height = cells.find((cell) => cell.unitId === rootId && !cell.direct)?.path.length;
    if (height === undefined) continue;
    const below = cells.filter((cell) => depthOf(cell) === height + 1 && cell.path.includes(rootId));
    const rows = below.length > 0 ? below : cells.filter((cell) => cell.unitId === rootId && !cell.direct);
    for (const row of rows) chosen.add(row);
  }
  return cells.filter((cell) => chosen.has(cell));
}

/** Units that none of the others stands above: somebody who leads a unit and supervises a team in it reads the unit. */
export function tops<U extends { id: string; path: readonly string[] }>(units: readonly U[]): U[] {
  return units.filter(({ id, path }) => !units.some((other) => other.id !== id && path.includes(other.id)));
}

type Shown = Node & { shown: boolean };

/** The nearest unit above that is shown: what stands in for a row that is not. */
export function nearestShown<C extends Shown>(cell: Node, units: ReadonlyMap<string, C>): C | null {
  const above = cell.direct ? cell.path : cell.path.slice(0, -1);
  for (const id of [...above].reverse()) {
    const unit = units.get(id);
    if (unit?.shown) return unit;
  }
  return null;
}

/** Rows that nothing in the table stands below: they are counted in sentences. */
export function lowest(rows: readonly ResultRow[]): ResultRow[] {
  const parents = new Set(rows.map((row) => row.parentId));
  return rows.filter((row) => !parents.has(row.unitId));
}

/** Pilot statements carry their label until so many people have answered one wave. */
const PILOT_ANSWERS = 200;

export function isPilot(releases: readonly { answers: number }[]): boolean {
  return !releases.some((release) => release.answers >= PILOT_ANSWERS);
}

/** A unit's place in one frozen tree; null when the unit was not in it. */
export type FrozenPlace = { parentId: string | null; children: ReadonlySet<string> } | null;

/**
 * For each wave, oldest first: whether the unit was reorganised since the wave before, that is, it hung elsewhere, had
 * other units below, or was not there.
 */
export function breaksBetween(places: readonly FrozenPlace[]): boolean[] {
  const first = places.findIndex((place) => place !== null);
  return places.map((place, index) => {
    if (!place || index <= first) return false;
    const before = places[index - 1];
    return !before || before.parentId !== place.parentId || !sameSet(before.children, place.children);
  });
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** What comes next: a wave that closed and is not published yet, else the open one, else the first planned. */
export function nextOf(coming: readonly { label: string; status: string }[]): NextWave | null {
  const find = (...statuses: WaveStatus[]) => coming.find((wave) => statuses.includes(wave.status as WaveStatus));
  const open = find("open");
  if (open) return { label: open.label, stage: "open" };
  const closed = find("closing", "sealed");
  if (closed) return { label: closed.label, stage: "closed" };
  const planned = find("confirming", "draft");
  return planned ? { label: planned.label, stage: "planned" } : null;
}
