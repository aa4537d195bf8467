import type { ListSecurityEvents, SecurityPage } from "#contracts/audit.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findSecurityRows } from "./queries.ts";
import { toSecurityRow } from "./views.ts";

/** Refusals inside this organisation and sign-ins of its people, newest first, a page at a time. */
export async function listSecurityEvents(scope: Scope<"audit:read">, input: ListSecurityEvents): Promise<SecurityPage> {
  const { rows, nextCursor } = await findSecurityRows(scope, input);
  return { rows: rows.map(toSecurityRow), nextCursor, zone: scope.organisation.zone };
}
