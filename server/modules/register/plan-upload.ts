import { createHash, randomUUID } from "node:crypto";
import type { StructureExtent, StructureUpload } from "#contracts/structure.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listNodes, listSupervisors } from "./queries.ts";
import { planStructure, type StructurePlan } from "./structure-diff-rules.ts";
import { type ParsedStructure, structureFile } from "./structure-file.ts";
import type { PlacedRow, TreeNode } from "./structure-rules.ts";
import { listBlockedEmails } from "./supervisors.ts";

/** Who may write the structure: HR, or the import of results that brings its own units. */
export type StructureScope = Scope<"unit:manage"> | Scope<"import:run">;

export type PlannedUpload = { parsed: ParsedStructure; plan: StructurePlan; hash: string };

/** Reads an uploaded file and holds it against the structure as it stands. */
export async function planUpload(scope: StructureScope, upload: StructureUpload): Promise<PlannedUpload> {
  const bytes = Buffer.from(upload.content, "base64");
  const parsed = structureFile(bytes);
  const { plan, nodes, supervisorsOf } = await planRows(scope, parsed.rows, upload.extent);
  if (parsed.errors.length > 0) {
    // What follows from a cell that could not be read is noise; the first cause is enough.
    const unread = new Set(parsed.errors.map((e) => e.row));
    const others = parsed.rows.length === 0 ? [] : plan.errors.filter((e) => !unread.has(e.row));
    plan.errors = [...parsed.errors, ...others].sort((a, b) => a.row - b.row);
  }
  const hash = createHash("sha256")
    .update(upload.extent)
    .update(bytes)
    .update(stateOf(scope, nodes, supervisorsOf));
  return { parsed, plan, hash: hash.digest("hex") };
}

/** Holds rows against the structure as it stands. Whoever goes on to write takes the structure's lock first. */
export async function planRows(scope: StructureScope, rows: readonly PlacedRow[], extent: StructureExtent) {
  const emails = [...new Set(rows.flatMap((row) => row.supervisorEmail ?? []))];
  const [nodes, supervisors, blocked] = await Promise.all([
    listNodes(scope),
    listSupervisors(scope),
    listBlockedEmails(scope, emails),
  ]);
  const supervisorsOf = new Map([...supervisors].map(([id, people]) => [id, new Set(people.map((p) => p.email))]));
  const plan = planStructure({ nodes, rows, extent, roots: scope.roots, newId: randomUUID, supervisorsOf, blocked });
  return { plan, nodes, supervisorsOf };
}

/** All that a plan rests on, within the scope: another branch's change does not spoil this one's check. */
function stateOf(
  scope: StructureScope,
  nodes: readonly TreeNode[],
  supervisorsOf: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const state = nodes
    .filter((n) => n.path.some((id) => scope.roots.includes(id)))
    .map((n) => [n.id, n.code, n.name, n.kind, n.status, n.path.at(-2), n.headcount, n.workingPattern].join("\u0000"))
    .sort();
  const roles = [...supervisorsOf].map(([id, emails]) => `${id} ${[...emails].sort().join()}`).sort();
  return JSON.stringify([scope.roots.toSorted(), state, roles]);
}
