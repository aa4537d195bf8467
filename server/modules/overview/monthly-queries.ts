import { and, asc, eq, gte, isNull, lte, sql } from "drizzle-orm";
import { outboxMail } from "#db/schema/outbox.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** Units that somebody leads on a day, whoever it is: live ones, by name. Deputies stand in for pages, not for mails. */
export function listLed(scope: Scope, today: string, personId: string | null) {
  return scope.tx
    .selectDistinct({ personId: person.id, unitId: unit.id, name: unit.name })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        eq(roleAssignment.role, "senior_leader"),
        eq(person.status, "active"),
        eq(unit.status, "live"),
        personId === null ? undefined : eq(person.id, personId),
        isNull(roleAssignment.revokedAt),
        isNull(roleAssignment.deputyOf),
        lte(roleAssignment.startsOn, today),
        sql`(${roleAssignment.endsOn} is null or ${roleAssignment.endsOn} >= ${today})`,
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(5000);
}

/** Whether the mail of a month has been posted: one row is enough, all are posted in one transaction. */
export async function isPosted(scope: Scope, since: Date): Promise<boolean> {
  const [row] = await scope.tx
    .select({ id: outboxMail.id })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        eq(outboxMail.kind, "monthly"),
        gte(outboxMail.createdAt, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}
