import type { AuditPage, ListAudit } from "#contracts/audit.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findAuditRows } from "./queries.ts";
import { toAuditRow } from "./views.ts";

/** Who changed what and when, newest first, a page at a time. */
export async function listAudit(scope: Scope<"audit:read">, input: ListAudit): Promise<AuditPage> {
  const { rows, nextCursor } = await findAuditRows(scope, input);
  return { rows: rows.map(toAuditRow), nextCursor, zone: scope.organisation.zone };
}
