import type { CsvPage, ExportSecurityEvents } from "#contracts/audit.ts";
import { securityWords } from "#content/audit-words.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { EXPORT_ROWS } from "./export-audit.ts";
import { findSecurityRows } from "./queries.ts";
import { csvLine } from "./rules.ts";

/** A page of the file of refusals and sign-ins; the first one begins with the heads. */
export async function exportSecurityEvents(scope: Scope<"audit:read">, input: ExportSecurityEvents): Promise<CsvPage> {
  const { rows, nextCursor } = await findSecurityRows(scope, { ...input, limit: EXPORT_ROWS });
  const head = input.cursor ? "" : csvLine(["When (UTC)", "Who", "What", "Kind", "Asked for"]);
  const lines = rows.map((r) =>
    csvLine([r.exactAt, r.person, securityWords(r.kind), r.kind, r.detail.procedure ?? null]),
  );
  return { csv: head + lines.join(""), nextCursor };
}
