import type { StructureFile } from "#contracts/register-views.ts";
import { STRUCTURE_COLUMNS } from "#contracts/structure.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listNodes, listSupervisors, today } from "./queries.ts";
import { parentOf } from "./rules.ts";

/**
 * The structure of the reader's part in the columns that the import reads: to be changed in a spreadsheet and brought
 * back. Parents stand before children.
 */
export async function readStructureFile(scope: Scope<"unit:manage">): Promise<StructureFile> {
  const [nodes, supervisors] = await Promise.all([listNodes(scope), listSupervisors(scope)]);
  const codes = new Map(nodes.map((n) => [n.id, n.code]));
  const rows = nodes
    .filter((n) => n.status === "live" && n.kind !== "organisation")
    .filter((n) => scope.everywhere || n.path.some((id) => scope.roots.includes(id)))
    .sort((a, b) => a.path.length - b.path.length || a.code.localeCompare(b.code, "en-GB", { numeric: true }))
    .map((n) => {
      const parent = nodes.length > 0 ? parentOf(n) : null;
      const top = n.path.length === 2 ? "" : (codes.get(parent ?? "") ?? "");
      const supervisor = supervisors.get(n.id)?.[0]?.email ?? "";
      return [n.code, n.name, n.kind, top, supervisor, n.headcount ?? "", n.workingPattern ?? ""];
    });
  const lines = [STRUCTURE_COLUMNS, ...rows].map((row) => row.map(cell).join(","));
  return { fileName: `structure-${scope.organisation.slug}-${today(scope)}.csv`, text: `${lines.join("\r\n")}\r\n` };
}

/** Names from before the rule of today may begin like a formula; the apostrophe keeps a spreadsheet from running them. */
function cell(value: string | number): string {
  const text = /^[=+\-@]/.test(String(value)) ? `'${value}` : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
