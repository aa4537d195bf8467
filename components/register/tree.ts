import type { TreeUnit } from "#contracts/register-views.ts";

/** Children listed per unit at first, and added by each "show more": a unit may have thousands. */
export const PAGE_OF_CHILDREN = 100;

export type TreeRow =
  | { kind: "unit"; unit: TreeUnit; level: number; children: number; open: boolean; people: number | null }
  | { kind: "more"; parent: TreeUnit; level: number; left: number };

const byName = new Intl.Collator("en-GB", { numeric: true });

export type TreeIndex = {
  tops: TreeUnit[];
  children: Map<string, TreeUnit[]>;
  byId: Map<string, TreeUnit>;
  /** People of the teams in and below a unit, as far as head counts are given. */
  people: Map<string, number>;
};

export function indexTree(units: readonly TreeUnit[]): TreeIndex {
  const sorted = [...units].sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const children = new Map<string, TreeUnit[]>();
  const tops: TreeUnit[] = [];
  for (const unit of sorted) {
    if (unit.parentId === null) tops.push(unit);
    else children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit]);
  }
  const byId = new Map(units.map((u) => [u.id, u]));
  const people = new Map<string, number>();
  for (const { id, headcount } of units) {
    if (headcount === null) continue;
    for (let at = byId.get(id); at; at = byId.get(at.parentId ?? ""))
      people.set(at.id, (people.get(at.id) ?? 0) + headcount);
  }
  return { tops, children, byId, people };
}

/** Names from the top of what the reader sees down to the unit above. */
export function namesAbove(index: TreeIndex, unit: TreeUnit): string[] {
  const names: string[] = [];
  for (let at = index.byId.get(unit.parentId ?? ""); at; at = index.byId.get(at.parentId ?? "")) names.unshift(at.name);
  return names;
}

/** Units whose name, code or supervisor holds the words, with everything above them. Null: everything. */
export function matching(index: TreeIndex, words: string): Set<string> | null {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return null;
  const found = new Set<string>();
  for (const unit of index.byId.values()) {
    const text = [unit.name, unit.code, ...unit.supervisors].join("\n").toLowerCase();
    if (!text.includes(wanted)) continue;
    for (let at: TreeUnit | undefined = unit; at && !found.has(at.id); at = index.byId.get(at.parentId ?? "")) {
      found.add(at.id);
    }
  }
  return found;
}

/**
 * The rows to draw, in tree order.
 * @param shown how many children of a unit are listed, where that is more than the first page
 */
export function visibleRows(
  index: TreeIndex,
  {
    open,
    only,
    shown,
  }: { open: ReadonlySet<string>; only: ReadonlySet<string> | null; shown: ReadonlyMap<string, number> },
): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (unit: TreeUnit, level: number) => {
    const all = (index.children.get(unit.id) ?? []).filter((child) => only === null || only.has(child.id));
    const isOpen = all.length > 0 && (only !== null || open.has(unit.id));
    rows.push({
      kind: "unit",
      unit,
      level,
      children: all.length,
      open: isOpen,
      people: index.people.get(unit.id) ?? null,
    });
    if (!isOpen) return;
    const limit = shown.get(unit.id) ?? PAGE_OF_CHILDREN;
    for (const child of all.slice(0, limit)) add(child, level + 1);
    if (all.length > limit) rows.push({ kind: "more", parent: unit, level: level + 1, left: all.length - limit });
  };
  for (const unit of index.tops) if (only === null || only.has(unit.id)) add(unit, 0);
  return rows;
}

/** The first sentence of the page. */
export function structureFinding(units: readonly TreeUnit[]): string {
  const teams = units.filter((u) => u.kind === "team");
  const others = units.filter((u) => u.kind === "unit").length;
  if (teams.length === 0 && others === 0) return "There are no units yet";
  const without = teams.filter((u) => u.supervisors.length === 0).length;
  const count = (n: number, word: string) => `${n.toLocaleString("en-GB")} ${n === 1 ? word : `${word}s`}`;
  const size = [teams.length > 0 ? count(teams.length, "team") : null, others > 0 ? count(others, "unit") : null]
    .filter(Boolean)
    .join(" in ");
  if (teams.length === 0) return `${size} and no teams yet`;
  if (without === 0) return `${size}, each team with a supervisor`;
  return `${size}; ${without === 1 ? "one team has" : `${without.toLocaleString("en-GB")} teams have`} no supervisor`;
}
