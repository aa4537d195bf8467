import { WORKING_PATTERN_LABELS } from "#contracts/register.ts";
import {
  LEAVING_LIMIT,
  type StructureChange,
  type StructureCounts,
  type StructureError,
  SWAPPED_LIMIT,
} from "#contracts/structure.ts";
import { type Resolved, resolveTree, type TreeInput, type TreeNode } from "./structure-rules.ts";

/** One unit as it is to be written. */
export type PlannedUnit = Pick<TreeNode, "id" | "code" | "name" | "kind" | "headcount" | "workingPattern" | "path"> & {
  parentId: string;
};

export type StructurePlan = {
  errors: StructureError[];
  changes: StructureChange[];
  counts: StructureCounts;
  /** Units before the change, the organisation itself left out. */
  before: number;
  /** Codes that would mean another unit than before. */
  swapped: number;
  /** To be typed first; null when nothing unusual happens. */
  confirmation: string | null;
  inserts: PlannedUnit[];
  updates: Pick<TreeNode, "id" | "name" | "headcount" | "workingPattern">[];
  moves: { id: string; parentId: string }[];
  paths: { id: string; path: string[] }[];
  /** Leaving units, and teams that still wait below them. */
  closes: string[];
  supervisors: { unitId: string; email: string }[];
};

/** @param supervisorsOf e-mail addresses of the supervisors in office, by unit */
export function planStructure(
  input: TreeInput & { supervisorsOf: ReadonlyMap<string, ReadonlySet<string>> },
): StructurePlan {
  const tree = resolveTree(input);
  const byId = new Map(input.nodes.map((n) => [n.id, n]));
  const rowOf = new Map(tree.resolved.map((r) => [r.id, r.row]));
  const placeOf = (id: string | null) => {
    const place = rowOf.get(id ?? "") ?? byId.get(id ?? "");
    return place ? `${place.name} (${place.code})` : null;
  };
  const plan: StructurePlan = {
    errors: tree.errors,
    changes: [],
    counts: { created: 0, renamed: 0, moved: 0, closed: 0, edited: 0, supervisors: 0, unchanged: 0 },
    before: 0,
    swapped: 0,
    confirmation: null,
    inserts: [],
    updates: [],
    moves: [],
    paths: [],
    closes: [],
    supervisors: [],
  };

  const found: Record<StructureChange["change"], StructureChange[]> = {
    closed: [],
    moved: [],
    renamed: [],
    created: [],
    edited: [],
    supervisor: [],
  };
  for (const r of tree.resolved) {
    const note = (change: StructureChange["change"], before: string | null, after: string | null) =>
      found[change].push({ change, code: r.row.code, name: r.row.name, kind: r.row.kind, before, after });
    if (!differences(r, plan, placeOf, note, tree.pathAfter, input.supervisorsOf)) plan.counts.unchanged++;
  }
  for (const n of tree.leaving) {
    found.closed.push({ change: "closed", code: n.code, name: n.name, kind: n.kind, before: null, after: null });
  }

  const leaving = new Set(tree.leaving.map((n) => n.id));
  plan.closes = input.nodes
    .filter((n) => n.status !== "closed" && (leaving.has(n.id) || n.path.slice(0, -1).some((id) => leaving.has(id))))
    // A row may have moved a unit out of a leaving branch; it lives on.
    .filter((n) => leaving.has(n.id) || n.status === "pending")
    .map((n) => n.id);
  plan.paths = input.nodes.flatMap((n) => {
    const path = tree.pathAfter.get(n.id);
    return path && path.join() !== n.path.join() ? [{ id: n.id, path }] : [];
  });
  plan.changes = Object.values(found).flat();
  plan.counts.created = found.created.length;
  plan.counts.renamed = found.renamed.length;
  plan.counts.moved = found.moved.length;
  plan.counts.closed = found.closed.length;
  plan.counts.edited = found.edited.length;
  plan.counts.supervisors = found.supervisor.length;

  const roots = new Set(input.roots);
  const standing = input.nodes.filter(
    (n) => n.status === "live" && !roots.has(n.id) && n.path.some((id) => roots.has(id)),
  );
  plan.before = standing.length;
  plan.swapped = countSwapped(tree.resolved, tree.leaving, byId);
  plan.confirmation = confirmationFor(plan.before, tree.leaving.length, plan.swapped);
  return plan;
}

/** Adds what one row changes to the plan; false when it changes nothing. */
function differences(
  { row, id, node, parentId }: Resolved,
  plan: StructurePlan,
  placeOf: (id: string | null) => string | null,
  note: (change: StructureChange["change"], before: string | null, after: string | null) => void,
  pathAfter: ReadonlyMap<string, string[]>,
  supervisorsOf: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  let changed = false;
  const noteChange: typeof note = (...change) => {
    changed = true;
    note(...change);
  };
  const headcount = row.headcount ?? node?.headcount ?? null;
  const workingPattern = row.workingPattern ?? node?.workingPattern ?? null;
  if (!node) {
    noteChange("created", null, placeOf(parentId));
    const path = pathAfter.get(id);
    if (path && parentId) {
      plan.inserts.push({
        id,
        code: row.code,
        name: row.name,
        kind: row.kind,
        headcount,
        workingPattern,
        path,
        parentId,
      });
    }
  } else {
    const edited = headcount !== node.headcount || workingPattern !== node.workingPattern;
    if (row.name !== node.name) noteChange("renamed", node.name, row.name);
    if (edited) noteChange("edited", facts(node.headcount, node.workingPattern), facts(headcount, workingPattern));
    if (row.name !== node.name || edited) plan.updates.push({ id, name: row.name, headcount, workingPattern });
    const present = node.path.at(-2) ?? null;
    if (parentId !== present && parentId !== null) {
      noteChange("moved", placeOf(present), placeOf(parentId));
      plan.moves.push({ id, parentId });
    }
  }
  if (row.supervisorEmail && !supervisorsOf.get(id)?.has(row.supervisorEmail)) {
    noteChange("supervisor", null, row.supervisorEmail);
    plan.supervisors.push({ unitId: id, email: row.supervisorEmail });
  }
  return changed;
}

const facts = (headcount: number | null, pattern: keyof typeof WORKING_PATTERN_LABELS | null): string =>
  [
    headcount === null ? "no head count" : `${headcount} ${headcount === 1 ? "person" : "people"}`,
    pattern === null ? null : WORKING_PATTERN_LABELS[pattern].toLowerCase(),
  ]
    .filter(Boolean)
    .join(", ");

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * Codes that would mean another unit than before: a code takes the name that another code had among the same siblings'
 * tree, or a unit leaves while its name comes back under a new code. Trends follow codes, so both would join the results
 * of two different units, or break one in two.
 */
function countSwapped(
  resolved: readonly Resolved[],
  leaving: readonly TreeNode[],
  byId: ReadonlyMap<string, TreeNode>,
): number {
  const listed = new Map(resolved.map((r) => [r.id, r]));
  const gone = new Set(leaving.map((n) => n.id));
  const holders = new Map<string, TreeNode[]>();
  for (const n of byId.values()) {
    if (n.status === "live") holders.set(plain(n.name), [...(holders.get(plain(n.name)) ?? []), n]);
  }
  let swapped = 0;
  for (const { row, id, node } of resolved) {
    if (node && plain(node.name) === plain(row.name)) continue;
    // Somebody else had this name, and no longer has it.
    const from = (holders.get(plain(row.name)) ?? []).filter((n) => n.id !== id);
    const passedOn = from.some((n) => {
      const theirs = listed.get(n.id);
      return gone.has(n.id) || (theirs !== undefined && plain(theirs.row.name) !== plain(n.name));
    });
    if (passedOn) swapped++;
  }
  return swapped;
}

/** Nothing to type below both limits, or while there was no structure to lose. */
export function confirmationFor(before: number, leaving: number, swapped: number): string | null {
  if (before === 0) return null;
  const parts: string[] = [];
  if (leaving / before > LEAVING_LIMIT) parts.push(`close ${leaving} ${leaving === 1 ? "unit" : "units"}`);
  if (swapped / before > SWAPPED_LIMIT) parts.push(`change ${swapped} ${swapped === 1 ? "code" : "codes"}`);
  return parts.length === 0 ? null : parts.join(" and ");
}
