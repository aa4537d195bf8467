import { eq } from "drizzle-orm";
import { membership } from "#db/schema/people.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import { inTransaction } from "#server/kernel/transaction.ts";

const AT_MOST = 200;

/**
 * A sign-in or sign-out, once for each organisation of the account, so that HR of each reads it; for an account without
 * any, once for the installation. Failed attempts are not told apart like this: the work done would tell a stranger whether
 * an address is known.
 */
export async function writeMemberEvents(accountId: string, kind: "signed_in" | "signed_out"): Promise<void> {
  await inTransaction({ accountId }, async (tx) => {
    const memberships = await tx
      .select({ orgId: membership.orgId })
      .from(membership)
      .where(eq(membership.accountId, accountId))
      .limit(AT_MOST);
    const places = memberships.length > 0 ? memberships.map((m) => m.orgId) : [null];
    for (const orgId of places) await addSecurityEvent(tx, { orgId, accountId, kind });
  });
}
