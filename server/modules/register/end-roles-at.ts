import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Role } from "#contracts/roles.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { today } from "./queries.ts";

export type EndedRole = { personName: string; role: Role; unitName: string };

/** How many are named on screen and returned; the audit trail and the people page have all. */
const NAMED = 50;

/**
 * Ends every role that is held, or would begin, at units that close; with `supervisorsBut`, only the roles of other
 * supervisors. They end now and not at midnight: the next request finds them gone. An assignment that has not begun keeps
 * its dates, because it cannot end before it starts.
 *
 * @returns the first fifty, by name
 */
export async function endRolesAt(
  scope: Scope,
  unitIds: readonly string[],
  only: { supervisorsBut?: string } = {},
): Promise<EndedRole[]> {
  const held = await listRolesAt(scope, unitIds, only);
  const day = today(scope);
  await scope.tx
    .update(roleAssignment)
    .set({
      revokedAt: scope.clock.now(),
      endsOn: sql`case when ${roleAssignment.startsOn} > ${day} then ${roleAssignment.endsOn} else least(${roleAssignment.endsOn}, ${day}::date) end`,
    })
    .where(openAt(scope, unitIds, only));
  return held;
}

/** Roles in force or to come at these units, the first fifty by name. */
export function listRolesAt(
  scope: Scope,
  unitIds: readonly string[],
  only: { supervisorsBut?: string } = {},
): Promise<EndedRole[]> {
  return scope.tx
    .select({ personName: person.name, role: sql<Role>`${roleAssignment.role}`, unitName: unit.name })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(openAt(scope, unitIds, only))
    .orderBy(person.name, unit.name)
    .limit(NAMED);
}

const openAt = (scope: Scope, unitIds: readonly string[], { supervisorsBut }: { supervisorsBut?: string }) =>
  and(
    eq(roleAssignment.orgId, scope.organisation.id),
    inArray(roleAssignment.unitId, [...unitIds]),
    isNull(roleAssignment.revokedAt),
    sql`(${roleAssignment.endsOn} is null or ${roleAssignment.endsOn} >= ${today(scope)})`,
    supervisorsBut === undefined
      ? undefined
      : and(eq(roleAssignment.role, "supervisor"), ne(roleAssignment.personId, supervisorsBut)),
  );
