import { eq } from "drizzle-orm";
import type { Role } from "#contracts/roles.ts";
import { operator } from "#db/schema/accounts.ts";
import { membership, roleAssignment } from "#db/schema/people.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { SHORT_SESSION_ROLES } from "./roles.ts";

/** An operator, or HR in any organisation. Roles given later shorten the session on the request that finds them. */
export async function needsShortSession(tx: Transaction, accountId: string): Promise<boolean> {
  const [runs] = await tx.select({ id: operator.accountId }).from(operator).where(eq(operator.accountId, accountId));
  if (runs) return true;
  const memberships = await tx.select().from(membership).where(eq(membership.accountId, accountId));
  for (const m of memberships) {
    await set(tx, { orgId: m.orgId });
    const roles = await tx
      .select({ role: roleAssignment.role })
      .from(roleAssignment)
      .where(eq(roleAssignment.personId, m.personId));
    if (roles.some((r) => SHORT_SESSION_ROLES.has(r.role as Role))) return true;
  }
  return false;
}
