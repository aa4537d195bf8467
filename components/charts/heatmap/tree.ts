import type { ResultRow, ResultView, RiskCell } from "#contracts/results.ts";
import { byName, worseAxis } from "../risk/finding.ts";

export type HeatmapSort = "tree" | "worse" | "engagement" | "delivery" | "name" | "answers";

export type TreePlace = {
  /** 1 for the highest rows shown. */
  level: number;
  expandable: boolean;
  expanded: boolean;
  /** Place among the siblings, from 1. */
  position: number;
  siblings: number;
};

/**
 * Tree order with siblings sorted under their parent, so that a unit always stands above what it is made of. Rows
 * without anything to show come last among their siblings in every sort; ties go by name.
 */
export function walkTree(
  rows: ResultRow[],
  sort: HeatmapSort,
  collapsed: ReadonlySet<string>,
  view: ResultView,
): { places: (TreePlace & { row: ResultRow })[]; parents: string[] } {
  const ids = new Set(rows.map((row) => row.unitId));
  const children = new Map<string | null, ResultRow[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && ids.has(row.parentId) ? row.parentId : null;
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  }
  const places: (TreePlace & { row: ResultRow })[] = [];
  const visit = (parent: string | null, level: number) => {
    const siblings = sorted(children.get(parent) ?? [], sort, view);
    siblings.forEach((row, index) => {
      const expandable = children.has(row.unitId);
      const expanded = expandable && !collapsed.has(row.unitId);
      places.push({ row, level, expandable, expanded, position: index + 1, siblings: siblings.length });
      if (expanded) visit(row.unitId, level + 1);
    });
  };
  visit(null, 1);
  return { places, parents: rows.filter((row) => children.has(row.unitId)).map((row) => row.unitId) };
}

function sorted(rows: ResultRow[], sort: HeatmapSort, view: ResultView): ResultRow[] {
  if (sort === "tree") return rows;
  return [...rows].sort(
    (a, b) => rank(a, sort, view) - rank(b, sort, view) || keyOf(b, sort, view) - keyOf(a, sort, view) || byName(a, b),
  );
}

/** 0: has what the sort looks at; 1: shows something else; 2: nothing is shown, always last. */
function rank(row: ResultRow, sort: HeatmapSort, view: ResultView): 0 | 1 | 2 {
  const cells = view === "counted" ? [row.counted] : [row.engagement, row.delivery];
  if (cells.every((cell) => cell.mark === "hidden")) return 2;
  if (sort === "name") return 0;
  if (sort === "answers") return row.answers === null ? 1 : 0;
  if (sort === "worse") return worseAxis(row) === null ? 1 : 0;
  return sort === "tree" || cellOf(row, sort, view).mark === "value" ? 0 : 1;
}

function keyOf(row: ResultRow, sort: HeatmapSort, view: ResultView): number {
  if (sort === "answers") return row.answers ?? 0;
  if (sort === "worse") return worseAxis(row) ?? 0;
  if (sort === "engagement" || sort === "delivery") {
    const cell = cellOf(row, sort, view);
    return cell.mark === "value" ? cell.risk : 0;
  }
  return 0;
}

function cellOf(row: ResultRow, sort: "engagement" | "delivery", view: ResultView): RiskCell {
  return view === "counted" ? row.counted : row[sort];
}
