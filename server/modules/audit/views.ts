import type { AuditRow, SecurityRow } from "#contracts/audit.ts";
import type { findAuditRows, findSecurityRows } from "./queries.ts";

type Rows<F extends (...args: never[]) => Promise<{ rows: unknown[] }>> = Awaited<ReturnType<F>>["rows"][number];

export const toAuditRow = (row: Rows<typeof findAuditRows>): AuditRow => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  before: row.before,
  after: row.after,
});

export const toSecurityRow = (row: Rows<typeof findSecurityRows>): SecurityRow => ({
  id: row.id,
  at: row.at.toISOString(),
  person: row.person,
  kind: row.kind,
  procedure: row.detail.procedure ?? null,
});
