import { and, eq, ne } from "drizzle-orm";
import { organisation } from "#db/schema/accounts.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { AccountScope } from "#server/kernel/scope.ts";

/**
 * The operator has no organisation, so what they do is a security event of the organisation that it was done to: its HR
 * reads it.
 *
 * @throws not_found, refused when it has this state already
 */
export async function changeOrganisationStatus<S extends "active" | "suspended">(
  scope: AccountScope,
  slug: string,
  status: S,
): Promise<{ status: S }> {
  const { tx, accountId } = scope;
  const named = eq(organisation.slug, slug);
  const [changed] = await tx
    .update(organisation)
    .set({ status })
    .where(and(named, ne(organisation.status, status)))
    .returning({ id: organisation.id });
  if (!changed) {
    const [found] = await tx.select({ name: organisation.name }).from(organisation).where(named);
    if (!found) throw notFound("organisation");
    throw refused(status === "suspended" ? `${found.name} is suspended already.` : `${found.name} is not suspended.`);
  }
  const kind = status === "suspended" ? "organisation_suspended" : "organisation_reinstated";
  await addSecurityEvent(tx, { orgId: changed.id, accountId, kind });
  return { status };
}
