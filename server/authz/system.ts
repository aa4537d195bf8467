import { and, eq } from "drizzle-orm";
import { organisation } from "#db/schema/accounts.ts";
import { organisationSetting, unit } from "#db/schema/register.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { inTransaction } from "#server/kernel/transaction.ts";

/**
 * Runs work of a job or a command of the installation in one organisation, as a named system actor, in one transaction
 * of the app role. The tenant locks hold as for everybody.
 */
export function asSystem<P extends string, T>(
  name: string,
  permission: P,
  orgId: string,
  work: (scope: Scope<P>) => Promise<T>,
  clock: Clock = systemClock,
): Promise<T> {
  return inTransaction({ orgId }, async (tx) => {
    const [found] = await tx
      .select({
        id: organisation.id,
        slug: organisation.slug,
        name: organisation.name,
        demo: organisation.demo,
        zone: organisationSetting.zone,
        rootUnitId: unit.id,
      })
      .from(organisation)
      .innerJoin(organisationSetting, eq(organisationSetting.orgId, organisation.id))
      .innerJoin(unit, and(eq(unit.orgId, organisation.id), eq(unit.kind, "organisation")))
      .where(eq(organisation.id, orgId));
    if (!found) throw notFound("organisation");
    const { rootUnitId, ...org } = found;
    return work({
      permission,
      organisation: org,
      actor: { accountId: null, personId: null, name },
      roots: [rootUnitId],
      everywhere: true,
      tx,
      clock,
    });
  });
}

/** A system actor's work about somebody's part: never more than the scope that it comes from. @param roots units within it */
export function narrowed<P extends string>(scope: Scope, permission: P, roots: readonly string[]): Scope<P> {
  return { ...scope, permission, roots, everywhere: roots.some((id) => scope.everywhere && scope.roots.includes(id)) };
}

/** Every active organisation, for background work that begins in none of them. */
export function listLiveOrganisations(): Promise<string[]> {
  return inTransaction({ background: "worker" }, async (tx) => {
    const rows = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.status, "active"));
    return rows.map(({ id }) => id);
  });
}

/**
 * The organisation that a command of the installation names. Whoever can run one holds the database's passwords already.
 * @throws not_found
 */
export function organisationIdBySlug(slug: string): Promise<string> {
  return inTransaction({ orgSlug: slug }, async (tx) => {
    const [found] = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, slug));
    if (!found) throw notFound("organisation");
    return found.id;
  });
}
