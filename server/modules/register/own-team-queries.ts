import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { person, roleAssignment } from "#db/schema/people.ts";
import { teamMember, teamRegistration, unit } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { onList } from "./member-queries.ts";
import { today } from "./queries.ts";

const LED = 20;

/** Roles of the reader in force today, no deputy's: whoever stands in leads no team of their own. */
function ownRole(scope: Scope, role: "senior_leader" | "supervisor") {
  const day = today(scope);
  return and(
    eq(roleAssignment.orgId, scope.organisation.id),
    eq(roleAssignment.personId, scope.actor.personId ?? ""),
    eq(roleAssignment.role, role),
    isNull(roleAssignment.revokedAt),
    isNull(roleAssignment.deputyOf),
    lte(roleAssignment.startsOn, day),
    or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, day)),
  );
}

/** Live units that the reader leads, by name: of all, or one of them. */
export function listLedUnits(scope: Scope, unitId?: string): Promise<{ id: string; name: string }[]> {
  if (!scope.actor.personId) return Promise.resolve([]);
  return scope.tx
    .selectDistinct({ id: unit.id, name: unit.name })
    .from(roleAssignment)
    .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
    .where(
      and(
        ownRole(scope, "senior_leader"),
        inArray(unit.kind, ["organisation", "unit"]),
        eq(unit.status, "live"),
        unitId === undefined ? undefined : eq(unit.id, unitId),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(LED);
}

/** Teams right below these units that the reader supervises, or has asked to; the live ones first. */
export async function listOwnTeams(scope: Scope, unitIds: readonly string[]) {
  if (unitIds.length === 0 || !scope.actor.personId) return [];
  const parentId = sql<string>`${unit.path}[cardinality(${unit.path}) - 1]`;
  const supervised = scope.tx
    .select({ id: roleAssignment.unitId })
    .from(roleAssignment)
    .where(ownRole(scope, "supervisor"));
  const asked = scope.tx
    .select({ id: teamRegistration.unitId })
    .from(teamRegistration)
    .innerJoin(person, and(eq(person.orgId, teamRegistration.orgId), eq(person.id, teamRegistration.registeredBy)))
    .where(
      and(
        eq(teamRegistration.orgId, scope.organisation.id),
        eq(teamRegistration.registeredBy, scope.actor.personId),
        eq(teamRegistration.supervisorEmail, person.email),
        isNull(teamRegistration.decision),
      ),
    );
  return scope.tx
    .select({ id: unit.id, code: unit.code, name: unit.name, status: unit.status, parentId })
    .from(unit)
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        eq(unit.kind, "team"),
        inArray(parentId, [...unitIds]),
        or(
          and(eq(unit.status, "live"), inArray(unit.id, supervised)),
          and(eq(unit.status, "pending"), inArray(unit.id, asked)),
        ),
      ),
    )
    .orderBy(sql`${unit.status} = 'pending'`, asc(unit.name), asc(unit.id));
}

/** The reader's own address: nobody stands on the list of the team that they run. */
export async function findOwnAddress(scope: Scope): Promise<string | null> {
  const [found] = await scope.tx
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.orgId, scope.organisation.id), eq(person.id, scope.actor.personId ?? "")));
  return found?.email ?? null;
}

/** Who stands on the lists of these units themselves without an end, but for one address. */
export function listStanding(scope: Scope, unitIds: readonly string[], but: string) {
  return scope.tx
    .select({ id: teamMember.id, unitId: teamMember.unitId, name: teamMember.name, email: teamMember.email })
    .from(teamMember)
    .where(
      and(
        onList(scope),
        inArray(teamMember.unitId, [...unitIds]),
        isNull(teamMember.endsOn),
        sql`${teamMember.email} is distinct from ${but}`,
      ),
    )
    .orderBy(asc(teamMember.name), asc(teamMember.id));
}

/** The wave whose lists are being confirmed: its tree is frozen, so a new team is not in it. */
export async function findConfirming(scope: Scope): Promise<{ label: string } | null> {
  const [found] = await scope.tx
    .select({ label: wave.label })
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.status, "confirming")))
    .limit(1);
  return found ?? null;
}
