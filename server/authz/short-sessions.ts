import { and, eq, gte, isNull, or } from "drizzle-orm";
import type { Role } from "#contracts/roles.ts";
import { operator } from "#db/schema/accounts.ts";
import { membership, roleAssignment } from "#db/schema/people.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";
import { SHORT_SESSION_ROLES } from "./roles.ts";

/** An operator, or HR in any organisation, now or soon. Roles given later shorten the session on the request that finds them. */
export async function needsShortSession(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const yesterday = dateIn("UTC", new Date(now.getTime() - 86_400_000));
  const [runs] = await tx.select({ id: operator.accountId }).from(operator).where(eq(operator.accountId, accountId));
  if (runs) return true;
  const memberships = await tx.select().from(membership).where(eq(membership.accountId, accountId));
  for (const m of memberships) {
    await set(tx, { orgId: m.orgId });
    const roles = await tx
      .select({ role: roleAssignment.role })
      .from(roleAssignment)
      .where(
        and(
          eq(roleAssignment.orgId, m.orgId),
          eq(roleAssignment.personId, m.personId),
          isNull(roleAssignment.revokedAt),
          // A day of grace instead of every organisation's zone: on the last day the session is short everywhere.
          or(isNull(roleAssignment.endsOn), gte(roleAssignment.endsOn, yesterday)),
        ),
      );
    if (roles.some((r) => SHORT_SESSION_ROLES.has(r.role as Role))) return true;
  }
  return false;
}
