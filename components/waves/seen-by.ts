import type { RehearsalView } from "#contracts/wave-views.ts";

type Unit = RehearsalView["units"][number];

/**
 * What whoever runs this unit would see: a leader everything below, a supervisor the own team, or where that is not shown the
 * nearest unit above that is. Said in a sentence and as rows.
 */
export function seenBy(units: readonly Unit[], unitId: string): { words: string; rows: Unit[] } {
  const byId = new Map(units.map((u) => [u.unitId, u]));
  const own = byId.get(unitId);
  if (!own) return { words: "", rows: [] };
  if (!own.isTeam) {
    const rows = units.filter((u) => isBelow(byId, u, unitId));
    const teams = rows.filter((u) => u.isTeam);
    const shown = teams.filter((u) => u.answers !== null).length;
    return { words: `${shown} of ${teams.length} teams below ${own.name} show a result of their own.`, rows };
  }
  if (own.answers !== null) return { words: `${own.name} sees its own result.`, rows: [own] };
  const nearest = nearestShown(byId, own);
  return nearest
    ? {
        words: `${own.name} is not shown. Its supervisor sees ${nearest.name}, labelled as such.`,
        rows: [own, nearest],
      }
    : { words: `${own.name} is not shown, and neither is anything above it.`, rows: [own] };
}

function isBelow(byId: ReadonlyMap<string, Unit>, unit: Unit, aboveId: string): boolean {
  for (let at: Unit | undefined = unit; at; at = byId.get(at.parentId ?? "")) if (at.unitId === aboveId) return true;
  return false;
}

function nearestShown(byId: ReadonlyMap<string, Unit>, unit: Unit): Unit | null {
  for (let at = byId.get(unit.parentId ?? ""); at; at = byId.get(at.parentId ?? "")) if (at.answers !== null) return at;
  return null;
}

export type TreeRow = { unit: Unit; level: number; expandable: boolean; expanded: boolean };

/** What is in the page of a leader's rows: the top of the tree, and below a unit only what was opened. Rows come in tree order. */
export function openRows(rows: readonly Unit[], opened: ReadonlySet<string>): TreeRow[] {
  const parents = new Set(rows.map((row) => row.parentId));
  const among = new Set(rows.map((row) => row.unitId));
  const top = Math.min(...rows.map((row) => row.depth));
  const seen = new Set<string>();
  return rows.flatMap((unit): TreeRow[] => {
    const above = unit.parentId !== null && among.has(unit.parentId) ? unit.parentId : null;
    if (above !== null && !(seen.has(above) && opened.has(above))) return [];
    seen.add(unit.unitId);
    const expandable = parents.has(unit.unitId);
    return [{ unit, level: unit.depth - top + 1, expandable, expanded: expandable && opened.has(unit.unitId) }];
  });
}
