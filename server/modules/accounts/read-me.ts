import { and, asc, eq } from "drizzle-orm";
import type { Me } from "#contracts/accounts.ts";
import { organisation } from "#db/schema/accounts.ts";
import { membership } from "#db/schema/people.ts";
import type { AccountScope } from "#server/kernel/scope.ts";

/** The own account and the organisations it belongs to; suspended ones are left out. */
export async function readMe(scope: AccountScope): Promise<Me> {
  const organisations = await scope.tx
    .select({ slug: organisation.slug, name: organisation.name })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.orgId))
    .where(and(eq(membership.accountId, scope.accountId), eq(organisation.status, "active")))
    .orderBy(asc(organisation.name))
    .limit(200);
  return { email: scope.email, name: scope.name, isOperator: scope.isOperator, organisations };
}
