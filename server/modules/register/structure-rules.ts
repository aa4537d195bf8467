import {
  codeProblem,
  MAX_DEPTH,
  MAX_UNITS,
  nameProblem,
  type UnitKind,
  type UnitStatus,
  type WorkingPattern,
} from "#contracts/register.ts";
import type { StructureError, StructureExtent, StructureRow } from "#contracts/structure.ts";
import { parentOf } from "./rules.ts";

/** A unit as it stands, of any status: a closed one keeps its code and its place under its parent. */
export type TreeNode = {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  status: UnitStatus;
  path: string[];
  headcount: number | null;
  workingPattern: WorkingPattern | null;
};

/** A row with the line of the file that it came from. */
export type PlacedRow = StructureRow & { line: number };

export type Resolved = {
  row: PlacedRow;
  id: string;
  /** Null when the row creates a unit. */
  node: TreeNode | null;
  parentId: string | null;
};

export type ResolvedTree = {
  resolved: Resolved[];
  errors: StructureError[];
  /** Parent of every unit afterwards, whatever its status. */
  parentAfter: Map<string, string | null>;
  pathAfter: Map<string, string[]>;
  leaving: TreeNode[];
};

export type TreeInput = {
  nodes: readonly TreeNode[];
  rows: readonly PlacedRow[];
  extent: StructureExtent;
  /** Units of the scope; the organisation's root for HR of the whole. */
  roots: readonly string[];
  newId: () => string;
  /** E-mail addresses of people who are suspended or have left. */
  blocked?: ReadonlySet<string>;
};

const WAITING = "waits for a decision: approve or decline the team first";

/**
 * Where every row belongs, and what is wrong with it. Nothing is half right: with one error nothing may be written.
 * Codes name units for ever, so the code of a closed unit is an error and not a new unit.
 */
export function resolveTree(input: TreeInput): ResolvedTree {
  const { nodes, rows, extent, newId } = input;
  const errors: StructureError[] = [];
  const wrong = (line: number, column: string | null, message: string) => errors.push({ row: line, column, message });
  const byCode = new Map(nodes.map((n) => [n.code, n]));
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const roots = outermost(byId, input.roots);
  const root = nodes.find((n) => n.kind === "organisation");
  if (!root) throw new Error("an organisation has a root");
  const inScope = (n: TreeNode) => n.path.some((id) => roots.has(id));

  const listed = new Map<string, { row: PlacedRow; id: string; node: TreeNode | null }>();
  for (const row of rows) {
    for (const [column, message] of rowProblems(row)) wrong(row.line, column, message);
    if (row.supervisorEmail && input.blocked?.has(row.supervisorEmail)) {
      wrong(row.line, "supervisor_email", `${row.supervisorEmail} is suspended or has left.`);
    }
    const twin = listed.get(row.code);
    if (twin) {
      wrong(row.line, "code", `The code ${row.code} is also in row ${twin.row.line}. Each code stands in one row.`);
      continue;
    }
    const node = byCode.get(row.code) ?? null;
    const problem = node ? nodeProblem(node, row, inScope(node)) : row.kind === "organisation" ? OTHER_ROOT : null;
    if (problem) wrong(row.line, problem[0], problem[1]);
    listed.set(row.code, { row, id: node?.id ?? newId(), node });
  }

  const fixed = (n: TreeNode) => n.id === root.id || roots.has(n.id);
  const leaving =
    extent === "whole"
      ? nodes.filter((n) => n.status === "live" && inScope(n) && !fixed(n) && !listed.has(n.code))
      : [];
  const gone = new Set(leaving.map((n) => n.id));

  const resolved: Resolved[] = [];
  const parentAfter = new Map<string, string | null>(nodes.map((n) => [n.id, parentOf(n)]));
  for (const { row, id, node } of listed.values()) {
    const parent = parentFor(row, node);
    if (typeof parent === "string") wrong(row.line, "parent_code", parent);
    else {
      resolved.push({ row, id, node, parentId: parent.id });
      parentAfter.set(id, parent.id);
    }
  }

  function parentFor(row: PlacedRow, node: TreeNode | null): { id: string | null } | string {
    if (node?.kind === "organisation") {
      return row.parentCode === null ? { id: null } : "The organisation itself has no parent.";
    }
    const present = node ? byId.get(parentOf(node) ?? "") : undefined;
    if (node && roots.has(node.id)) {
      // A branch's own unit hangs outside the branch: its row may stand in the file, but it does not move.
      const same = row.parentCode === null || row.parentCode === present?.code;
      return same ? { id: present?.id ?? null } : "Only HR of the whole organisation can move this unit.";
    }
    if (row.parentCode === null) {
      return roots.has(root!.id)
        ? { id: root!.id }
        : "Name a parent in your part of the organisation: only HR of the whole organisation adds to the top level.";
    }
    if (row.parentCode === row.code) return "A unit cannot be its own parent.";
    const inFile = listed.get(row.parentCode);
    if (inFile) {
      return inFile.row.kind === "team"
        ? `${row.parentCode} is a team. Nothing can stand below a team.`
        : { id: inFile.id };
    }
    const standing = byCode.get(row.parentCode);
    if (!standing || !inScope(standing)) return `No unit has the code ${row.parentCode}.`;
    if (standing.status === "closed") return `${row.parentCode} is closed.`;
    if (standing.status === "pending") return `${row.parentCode} ${WAITING}.`;
    if (standing.kind === "team") return `${row.parentCode} is a team. Nothing can stand below a team.`;
    return gone.has(standing.id)
      ? `${row.parentCode} is not in the file, so it would be closed. Add its row, or name another parent.`
      : { id: standing.id };
  }

  const pathAfter = pathsFrom(root.id, parentAfter);
  const cyclic = onCycles(parentAfter);
  for (const { row, id } of resolved) {
    const path = pathAfter.get(id);
    if (!path) {
      // Its parent is in error, or it stands below itself; only the second is news.
      if (cyclic.has(id)) wrong(row.line, "parent_code", `${row.code} would stand below itself.`);
    } else if (path.length - 1 > MAX_DEPTH) {
      wrong(
        row.line,
        "parent_code",
        `${row.code} would stand ${path.length - 1} levels down; ${MAX_DEPTH} is the limit.`,
      );
    }
  }
  const livesOn = nodes.filter((n) => n.status === "live" && !gone.has(n.id)).length;
  if (livesOn + resolved.filter((r) => !r.node).length > MAX_UNITS + 1) {
    wrong(0, null, `An organisation can have at most ${MAX_UNITS.toLocaleString("en-GB")} units.`);
  }
  // What moves takes its own branches along: a unit deep below may pass the limit though no row names it.
  for (const n of nodes) {
    if (
      n.status === "live" &&
      !gone.has(n.id) &&
      !listed.has(n.code) &&
      (pathAfter.get(n.id)?.length ?? 0) - 1 > MAX_DEPTH
    ) {
      wrong(0, null, `${n.code} would stand more than ${MAX_DEPTH} levels down.`);
    }
  }
  errors.sort((a, b) => a.row - b.row);
  return { resolved, errors, parentAfter, pathAfter, leaving };
}

/** The scope's units without those that stand below another of them. */
function outermost(byId: ReadonlyMap<string, TreeNode>, roots: readonly string[]): Set<string> {
  const all = new Set(roots);
  return new Set(roots.filter((id) => !byId.get(id)?.path.some((above) => above !== id && all.has(above))));
}

const OTHER_ROOT = ["kind", "There is one organisation, and it is there already: write unit or team."] as const;

/** Problems of one row by itself, as column and message. */
export function rowProblems(row: StructureRow): (readonly [column: string, message: string])[] {
  const problems: (readonly [string, string])[] = [];
  const [code, name] = [codeProblem(row.code), nameProblem(row.name)];
  if (code) problems.push(["code", code]);
  if (name) problems.push(["name", name]);
  if (row.kind !== "team" && row.supervisorEmail) {
    problems.push([
      "supervisor_email",
      "Only a team has a supervisor. Leaders of units get their role under People and roles.",
    ]);
  }
  const heads = row.headcount ?? 0;
  if (!Number.isInteger(heads) || heads < 0 || heads > 100_000) {
    problems.push(["headcount", "Write a whole number from 0 to 100,000."]);
  }
  return problems;
}

/** Why this unit cannot take this row; column and message. */
function nodeProblem(node: TreeNode, row: PlacedRow, inScope: boolean): readonly [string, string] | null {
  if (!inScope) return ["code", `The code ${row.code} is in use outside your part of the organisation.`];
  if (node.status === "closed") {
    return ["code", `${row.code} was the code of a unit that is closed (${node.name}). Codes are not used twice.`];
  }
  if (node.status === "pending") return ["code", `${row.code} ${WAITING}.`];
  if (node.kind === row.kind) return null;
  if (node.kind === "organisation") return ["code", `${row.code} is the code of the organisation itself.`];
  return row.kind === "organisation"
    ? OTHER_ROOT
    : ["kind", `${row.code} is a ${node.kind}. Close it and create a ${row.kind} with a new code.`];
}

/** Paths of everything that hangs on the root; what stands below itself is never reached. */
function pathsFrom(rootId: string, parents: ReadonlyMap<string, string | null>): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [id, parent] of parents) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  const paths = new Map([[rootId, [rootId]]]);
  const waiting = [rootId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const path = paths.get(id) ?? [];
    // A hostile file may chain ten thousand rows: paths beyond the limit are kept just long enough to be reported.
    if (path.length > MAX_DEPTH + 2) continue;
    for (const child of children.get(id) ?? []) {
      paths.set(child, [...path, child]);
      waiting.push(child);
    }
  }
  return paths;
}

/** Units that stand below themselves. Each unit is walked over once, however long the chain. */
function onCycles(parents: ReadonlyMap<string, string | null>): Set<string> {
  const walked = new Map<string, number>();
  const cyclic = new Set<string>();
  let walk = 0;
  for (const start of parents.keys()) {
    walk++;
    const steps: string[] = [];
    let at: string | null = start;
    while (at !== null && !walked.has(at)) {
      walked.set(at, walk);
      steps.push(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && walked.get(at) === walk) for (const id of steps.slice(steps.indexOf(at))) cyclic.add(id);
  }
  return cyclic;
}
