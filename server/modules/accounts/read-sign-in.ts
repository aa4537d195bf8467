import { and, eq, gt, isNull } from "drizzle-orm";
import type { SignInState } from "#contracts/people.ts";
import { account, accountToken } from "#db/schema/accounts.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";

/** Whether a person of the transaction's organisation can sign in yet, and whether a link for them is open. */
export async function readSignIn(
  tx: Transaction,
  clock: Clock,
  of: { orgId: string; personId: string; email: string; accountId: string | null },
): Promise<{ state: SignInState; linkUntil: Date | null }> {
  await set(tx, { accountEmail: of.email });
  const [[own], [link]] = await Promise.all([
    tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, of.accountId ?? of.personId)),
    tx
      .select({ until: accountToken.expiresAt })
      .from(accountToken)
      .where(
        and(
          eq(accountToken.orgId, of.orgId),
          eq(accountToken.personId, of.personId),
          isNull(accountToken.usedAt),
          gt(accountToken.expiresAt, clock.now()),
        ),
      )
      .limit(1),
  ]);
  const state = of.accountId && own && own.passwordHash !== null ? "ready" : link ? "invited" : "not_invited";
  return { state, linkUntil: state === "ready" ? null : (link?.until ?? null) };
}
