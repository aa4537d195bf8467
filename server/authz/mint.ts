import { and, eq, sql } from "drizzle-orm";
import type { Permission } from "#contracts/permissions.ts";
import type { Role } from "#contracts/roles.ts";
import { organisation } from "#db/schema/accounts.ts";
import { membership, person, roleAssignment } from "#db/schema/people.ts";
import { organisationSetting, unit } from "#db/schema/register.ts";
import { type Clock, dateIn } from "#server/kernel/clock.ts";
import { forbidden, notFound } from "#server/kernel/errors.ts";
import type { Scope, ScopeOrganisation } from "#server/kernel/scope.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { type Assignment, rootsFor } from "./rules.ts";

/** Somebody inside one organisation, with every assignment as it stands now; no permission has been asked yet. */
export type Member = {
  organisation: ScopeOrganisation;
  personId: string;
  name: string;
  rootUnitId: string;
  today: string;
  assignments: Assignment[];
};

/**
 * Enters an organisation: slug and membership together decide, never "the first one". Unknown, foreign, stale and
 * suspended are one answer. Sets the tenant of the transaction.
 *
 * @throws not_found
 */
export async function enterOrganisation(
  tx: Transaction,
  accountId: string,
  slug: string,
  clock: Clock,
): Promise<Member> {
  await set(tx, { accountId });
  const [found] = await tx
    .select({
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      demo: organisation.demo,
      personId: membership.personId,
    })
    .from(organisation)
    .innerJoin(membership, and(eq(membership.orgId, organisation.id), eq(membership.accountId, accountId)))
    .where(and(eq(organisation.slug, slug), eq(organisation.status, "active")));
  if (!found) throw notFound("organisation");
  await set(tx, { orgId: found.id, personId: found.personId });

  const [[who], assignments] = await Promise.all([
    tx
      .select({ name: person.name, zone: organisationSetting.zone, rootUnitId: unit.id })
      .from(person)
      .innerJoin(organisationSetting, eq(organisationSetting.orgId, person.orgId))
      .innerJoin(unit, and(eq(unit.orgId, person.orgId), eq(unit.kind, "organisation")))
      .where(and(eq(person.orgId, found.id), eq(person.id, found.personId), eq(person.status, "active"))),
    tx
      .select({
        role: sql<Role>`${roleAssignment.role}`,
        unitId: roleAssignment.unitId,
        kind: unit.kind,
        startsOn: roleAssignment.startsOn,
        endsOn: roleAssignment.endsOn,
        revokedAt: roleAssignment.revokedAt,
      })
      .from(roleAssignment)
      .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
      .where(and(eq(roleAssignment.orgId, found.id), eq(roleAssignment.personId, found.personId))),
  ]);
  if (!who) throw notFound("organisation");
  return {
    organisation: { id: found.id, slug: found.slug, name: found.name, demo: found.demo, zone: who.zone },
    personId: found.personId,
    name: who.name,
    rootUnitId: who.rootUnitId,
    today: dateIn(who.zone, clock.now()),
    assignments: assignments.map((a) => ({
      role: a.role,
      unitId: a.unitId,
      isRoot: a.kind === "organisation",
      startsOn: a.startsOn,
      endsOn: a.endsOn,
      revoked: a.revokedAt !== null,
    })),
  };
}

/**
 * Mints the scope of one permission for a member.
 * @throws forbidden when no assignment gives it.
 */
export function mintScope<P extends Permission>(
  tx: Transaction,
  accountId: string,
  member: Member,
  permission: P,
  clock: Clock,
): Scope<P> {
  const roots = rootsFor(member.assignments, permission, member.today);
  if (roots.length === 0) throw forbidden();
  return {
    permission,
    organisation: member.organisation,
    actor: { accountId, personId: member.personId, name: member.name },
    roots,
    everywhere: roots.includes(member.rootUnitId),
    tx,
    clock,
  };
}

/** The same request under another permission of the same person, for a use-case that may do more for some. Null when refused. */
export function alsoAllowed(member: Member, permission: Permission): string[] {
  return rootsFor(member.assignments, permission, member.today);
}
