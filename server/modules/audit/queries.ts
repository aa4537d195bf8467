import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type AuditFilter, type SecurityFilter, SYSTEM_ACTOR } from "#contracts/audit.ts";
import { auditEvent, securityEvent } from "#db/schema/audit.ts";
import { person } from "#db/schema/people.ts";
import { fromCursor, toCursor } from "#server/kernel/cursor.ts";
import type { Scope } from "#server/kernel/scope.ts";

type Reader = Scope<"audit:read">;
export type Paged = { cursor?: string | null | undefined; limit: number };

/** Days of the organisation's zone as instants of the database. */
function between(scope: Reader, at: PgColumn, days: { from?: string | undefined; to?: string | undefined }) {
  const { zone } = scope.organisation;
  return and(
    days.from ? sql`${at} >= (${days.from}::date::timestamp at time zone ${zone})` : undefined,
    days.to ? sql`${at} < ((${days.to}::date + 1)::timestamp at time zone ${zone})` : undefined,
  );
}

/** Newest first. Instants have microseconds, so the cursor carries them as the database writes them. */
function before(at: PgColumn, id: PgColumn, cursor: string | null | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [instant, last] = fromCursor(cursor);
  return sql`(${at}, ${id}::text) < (${instant}::text::timestamptz, ${last})`;
}

const exactly = (at: PgColumn) => sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function paged<R extends { exactAt: string; id: string }>(rows: R[], limit: number) {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, nextCursor: last ? toCursor(last.exactAt, last.id) : null };
}

export async function findAuditRows(scope: Reader, filter: AuditFilter & Paged) {
  const e = auditEvent;
  const rows = await scope.tx
    .select({
      id: e.id,
      exactAt: exactly(e.at),
      at: e.at,
      personId: e.personId,
      actor: e.actor,
      action: e.action,
      subject: e.subject,
      before: e.before,
      after: e.after,
    })
    .from(e)
    .where(
      and(
        eq(e.orgId, scope.organisation.id),
        filter.actor === SYSTEM_ACTOR ? isNull(e.personId) : filter.actor ? eq(e.personId, filter.actor) : undefined,
        filter.action ? eq(e.action, filter.action) : undefined,
        between(scope, e.at, filter),
        before(e.at, e.id, filter.cursor),
      ),
    )
    .orderBy(desc(e.at), sql`${e.id}::text desc`)
    .limit(filter.limit + 1);
  return paged(rows, filter.limit);
}

export async function findSecurityRows(scope: Reader, filter: SecurityFilter & Paged) {
  const e = securityEvent;
  const rows = await scope.tx
    .select({
      id: e.id,
      exactAt: exactly(e.at),
      at: e.at,
      kind: e.kind,
      detail: e.detail,
      person: person.name,
    })
    .from(e)
    .leftJoin(person, and(eq(person.orgId, e.orgId), eq(person.accountId, e.accountId)))
    .where(
      and(
        eq(e.orgId, scope.organisation.id),
        filter.actor ? eq(person.id, filter.actor) : undefined,
        filter.kind ? eq(e.kind, filter.kind) : undefined,
        between(scope, e.at, filter),
        before(e.at, e.id, filter.cursor),
      ),
    )
    .orderBy(desc(e.at), sql`${e.id}::text desc`)
    .limit(filter.limit + 1);
  return paged(rows, filter.limit);
}
