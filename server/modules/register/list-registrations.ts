import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RegistrationDecision, WorkingPattern } from "#contracts/register.ts";
import type { ListRegistrations, Registrations } from "#contracts/register-views.ts";
import { person } from "#db/schema/people.ts";
import { teamRegistration, unit } from "#db/schema/register.ts";
import { alsoAllowed, type Member, within } from "#server/authz/index.ts";
import { fromCursor, toCursor } from "#server/kernel/cursor.ts";
import type { Scope } from "#server/kernel/scope.ts";

const above = alias(unit, "above");
const asked = alias(person, "asked");
const decided = alias(person, "decided");

/** Teams that were registered in the reader's part, newest first: those that wait for a decision, or the others. */
export async function listRegistrations(
  scope: Scope<"team:register">,
  { member, page }: { member: Member; page: ListRegistrations },
): Promise<Registrations> {
  const r = teamRegistration;
  const mine = and(
    eq(r.orgId, scope.organisation.id),
    page.waiting ? isNull(r.decision) : isNotNull(r.decision),
    within(scope, unit.path),
  );
  const theirUnit = and(eq(unit.orgId, r.orgId), eq(unit.id, r.unitId));
  const after = page.cursor ? fromCursor(page.cursor) : null;
  const [rows, [counted]] = await Promise.all([
    scope.tx
      .select({
        id: unit.id,
        code: unit.code,
        name: unit.name,
        path: unit.path,
        parentName: above.name,
        headcount: unit.headcount,
        workingPattern: sql<WorkingPattern | null>`${unit.workingPattern}`,
        supervisorName: r.supervisorName,
        supervisorEmail: r.supervisorEmail,
        registeredBy: asked.name,
        registeredAt: r.createdAt,
        decision: sql<RegistrationDecision | null>`${r.decision}`,
        decidedBy: decided.name,
        decidedAt: r.decidedAt,
        reason: r.reason,
      })
      .from(r)
      .innerJoin(unit, theirUnit)
      .innerJoin(
        above,
        and(eq(above.orgId, unit.orgId), sql`${above.id} = ${unit.path}[cardinality(${unit.path}) - 1]`),
      )
      .innerJoin(asked, and(eq(asked.orgId, r.orgId), eq(asked.id, r.registeredBy)))
      .leftJoin(decided, and(eq(decided.orgId, r.orgId), eq(decided.id, r.decidedBy)))
      .where(
        and(
          mine,
          after ? sql`(${r.createdAt}, ${r.unitId}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(r.createdAt), desc(r.unitId))
      .limit(page.limit + 1),
    scope.tx.select({ n: sql<number>`count(*)::int` }).from(r).innerJoin(unit, theirUnit).where(mine),
  ]);
  const approves = alsoAllowed(member, "team:approve");
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    registrations: shown.map(({ path, registeredAt, decidedAt, ...row }) => ({
      ...row,
      registeredAt: registeredAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      mine: path.some((id) => approves.includes(id)),
    })),
    total: counted?.n ?? 0,
    nextCursor: last ? toCursor(last.registeredAt.toISOString(), last.id) : null,
  };
}
