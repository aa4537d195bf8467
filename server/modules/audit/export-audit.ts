import type { CsvPage, ExportAudit } from "#contracts/audit.ts";
import { actionWords } from "#content/audit-words.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findAuditRows } from "./queries.ts";
import { csvLine, factsInWords } from "./rules.ts";

export const EXPORT_ROWS = 2000;

/** A page of the file of changes; the first one begins with the heads. */
export async function exportAudit(scope: Scope<"audit:read">, input: ExportAudit): Promise<CsvPage> {
  const { rows, nextCursor } = await findAuditRows(scope, { ...input, limit: EXPORT_ROWS });
  const head = input.cursor ? "" : csvLine(["When (UTC)", "Who", "What", "Action", "To what", "Before", "After"]);
  const lines = rows.map((r) =>
    csvLine([
      r.exactAt,
      r.actor,
      actionWords(r.action),
      r.action,
      r.subject,
      factsInWords(r.before),
      factsInWords(r.after),
    ]),
  );
  return { csv: head + lines.join(""), nextCursor };
}
