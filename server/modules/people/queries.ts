import { and, asc, eq, exists, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { person, roleAssignment } from "#db/schema/people.ts";
import { organisationSetting, unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export const todayOf = (scope: Scope): string => dateIn(scope.organisation.zone, scope.clock.now());

/**
 * Whom a scope shows: everybody for HR of the whole organisation; for a branch, people who have or had a role in it.
 * Somebody without any role belongs to no branch. What HR of a branch may do to them is decided per use-case.
 */
export function visiblePerson(scope: Scope): SQL {
  if (scope.everywhere) return sql`true`;
  return exists(
    scope.tx
      .select({ one: sql`1` })
      .from(roleAssignment)
      .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
      .where(
        and(
          eq(roleAssignment.orgId, scope.organisation.id),
          eq(roleAssignment.personId, person.id),
          within(scope, unit.path),
        ),
      ),
  );
}

export async function mustFindPerson(scope: Scope, personId: string) {
  const [found] = await scope.tx
    .select()
    .from(person)
    .where(and(eq(person.orgId, scope.organisation.id), eq(person.id, personId), visiblePerson(scope)));
  if (!found) throw notFound("person");
  return found;
}

export async function mustFindUnit(scope: Scope, unitId: string) {
  const [found] = await scope.tx
    .select()
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path)));
  if (!found) throw notFound("unit");
  return found;
}

const standsIn = alias(roleAssignment, "stands_in");
const absent = alias(person, "absent");

/** Assignments with unit and, for a deputy, the person stood in for; only those on units of the scope. */
export function selectAssignments(scope: Scope, where: SQL | undefined) {
  return scope.tx
    .select({
      id: roleAssignment.id,
      personId: roleAssignment.personId,
      personName: person.name,
      role: roleAssignment.role,
      unitId: roleAssignment.unitId,
      unitName: unit.name,
      unitKind: unit.kind,
      startsOn: roleAssignment.startsOn,
      endsOn: roleAssignment.endsOn,
      revokedAt: roleAssignment.revokedAt,
      deputyOf: roleAssignment.deputyOf,
      deputyFor: absent.name,
    })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .leftJoin(standsIn, and(eq(standsIn.orgId, roleAssignment.orgId), eq(standsIn.id, roleAssignment.deputyOf)))
    .leftJoin(absent, and(eq(absent.orgId, standsIn.orgId), eq(absent.id, standsIn.personId)))
    .where(and(eq(roleAssignment.orgId, scope.organisation.id), within(scope, unit.path), where));
}
export type AssignmentRow = Awaited<ReturnType<typeof selectAssignments>>[number];

export async function mustFindAssignment(scope: Scope, assignmentId: string): Promise<AssignmentRow> {
  const [found] = await selectAssignments(scope, eq(roleAssignment.id, assignmentId));
  if (!found) throw notFound("role");
  return found;
}

const notOver = (today: string): SQL | undefined =>
  and(isNull(roleAssignment.revokedAt), or(isNull(roleAssignment.endsOn), sql`${roleAssignment.endsOn} >= ${today}`));

export const inForceOn = (today: string): SQL | undefined => and(notOver(today), lte(roleAssignment.startsOn, today));

export async function listRolesInForce(scope: Scope, personIds: string[]): Promise<AssignmentRow[]> {
  if (personIds.length === 0) return [];
  const theirs = and(inArray(roleAssignment.personId, personIds), inForceOn(todayOf(scope)));
  return selectAssignments(scope, theirs).orderBy(asc(unit.name));
}

/** Roles in force or to come on units outside the scope. Tells how many, never which. */
export async function countRolesElsewhere(scope: Scope, personId: string): Promise<number> {
  if (scope.everywhere) return 0;
  const [row] = await scope.tx
    .select({ n: sql<number>`count(*)::int` })
    .from(roleAssignment)
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(
      and(
        eq(roleAssignment.orgId, scope.organisation.id),
        eq(roleAssignment.personId, personId),
        notOver(todayOf(scope)),
        sql`not ${within(scope, unit.path)}`,
      ),
    );
  return row?.n ?? 0;
}

/**
 * Holds every other change of roles in this organisation until the transaction ends: two HR admins who take each other's
 * role at the same moment must not both succeed.
 */
export async function lockRoles(scope: Scope): Promise<void> {
  await scope.tx
    .select({ orgId: organisationSetting.orgId })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id))
    .for("update");
}

const organisationWideHr = (scope: Scope): SQL | undefined =>
  and(
    eq(roleAssignment.orgId, scope.organisation.id),
    eq(roleAssignment.role, "hr_admin"),
    eq(unit.kind, "organisation"),
    inForceOn(todayOf(scope)),
  );

export async function isOrganisationWideHr(scope: Scope, personId: string): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: roleAssignment.id })
    .from(roleAssignment)
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(and(organisationWideHr(scope), eq(roleAssignment.personId, personId)))
    .limit(1);
  return rows.length > 0;
}

/** HR admins of the whole organisation who can sign in and whose role has no end, without this assignment or person. */
export async function countOtherHr(
  scope: Scope,
  except: { assignmentId: string } | { personId: string },
): Promise<number> {
  const [row] = await scope.tx
    .select({ n: sql<number>`count(*)::int` })
    .from(roleAssignment)
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .innerJoin(person, and(eq(person.orgId, roleAssignment.orgId), eq(person.id, roleAssignment.personId)))
    .where(
      and(
        organisationWideHr(scope),
        isNull(roleAssignment.endsOn),
        eq(person.status, "active"),
        sql`${person.accountId} is not null`,
        "personId" in except
          ? ne(roleAssignment.personId, except.personId)
          : ne(roleAssignment.id, except.assignmentId),
      ),
    );
  return row?.n ?? 0;
}
