import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { OrganisationHome } from "#contracts/accounts.ts";
import { organisation } from "#db/schema/accounts.ts";
import { membership } from "#db/schema/people.ts";
import { organisationSetting, unit } from "#db/schema/register.ts";
import { isInForce, type Member, permissionsSomewhere } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** The frame of every page: who, where, the roles in force today and the other organisations of the same account. */
export async function readHome(scope: Scope<"organisation:read">, member: Member): Promise<OrganisationHome> {
  const { tx, organisation: org, actor } = scope;
  const inForce = member.assignments.filter((a) => isInForce(a, member.today));
  const [[setting], units, others] = await Promise.all([
    tx.select().from(organisationSetting).where(eq(organisationSetting.orgId, org.id)),
    tx
      .select({ id: unit.id, name: unit.name, kind: unit.kind })
      .from(unit)
      .where(
        and(
          eq(unit.orgId, org.id),
          inArray(
            unit.id,
            inForce.map((a) => a.unitId),
          ),
        ),
      ),
    tx
      .select({ slug: organisation.slug, name: organisation.name })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.orgId))
      .where(
        and(
          eq(membership.accountId, actor.accountId ?? ""),
          eq(organisation.status, "active"),
          ne(organisation.id, org.id),
        ),
      )
      .orderBy(asc(organisation.name))
      .limit(200),
  ]);
  if (!setting) throw notFound("organisation");
  const unitOf = new Map(units.map((u) => [u.id, u]));
  return {
    slug: org.slug,
    name: org.name,
    demo: org.demo,
    hrContact: setting.hrContact,
    personName: actor.name,
    permissions: permissionsSomewhere(member.assignments, member.today),
    roles: inForce.map((a) => ({
      role: a.role,
      unitId: a.unitId,
      unitName: unitOf.get(a.unitId)?.name ?? "",
      unitKind: unitOf.get(a.unitId)?.kind ?? "unit",
    })),
    others,
  };
}
