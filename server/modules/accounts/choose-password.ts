import { and, eq, gt, isNull } from "drizzle-orm";
import type { ChoosePassword } from "#contracts/accounts.ts";
import { account, accountToken } from "#db/schema/accounts.ts";
import { hashPassword, passwordProblem } from "#server/auth/passwords.ts";
import { revokeSessions } from "#server/auth/sessions.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import { hashSecret } from "#server/kernel/secrets.ts";
import { set, type Transaction } from "#server/kernel/transaction.ts";

/**
 * Sets the first password through a one-use link. An account that has one already cannot be taken over by a link.
 * @throws refused for an unknown, used or expired link (one answer); invalid for a weak password (the link stays usable)
 */
export async function choosePassword(tx: Transaction, clock: Clock, input: ChoosePassword): Promise<{ email: string }> {
  const now = clock.now();
  const gone = () => refused("This link has been used or has expired. Ask your HR team for a new one.");
  const tokenHash = hashSecret(input.token);
  await set(tx, { tokenHash });
  const [token] = await tx
    .select()
    .from(accountToken)
    .where(
      and(
        eq(accountToken.tokenHash, tokenHash),
        eq(accountToken.purpose, "set-password"),
        isNull(accountToken.usedAt),
        gt(accountToken.expiresAt, now),
      ),
    )
    .for("update");
  if (!token) throw gone();
  await set(tx, { accountId: token.accountId });
  const [row] = await tx.select().from(account).where(eq(account.id, token.accountId));
  if (!row || row.passwordHash !== null || row.status !== "active") throw gone();
  const problem = passwordProblem(input.password, [row.email, row.name]);
  if (problem) throw invalid(problem, { password: problem });
  await tx
    .update(account)
    .set({ passwordHash: await hashPassword(input.password) })
    .where(eq(account.id, row.id));
  // Every other link of this kind ends with it: two links must not mean two people who know a way in.
  await tx
    .update(accountToken)
    .set({ usedAt: now })
    .where(
      and(eq(accountToken.accountId, row.id), eq(accountToken.purpose, "set-password"), isNull(accountToken.usedAt)),
    );
  await revokeSessions(tx, row.id, now);
  await addSecurityEvent(tx, { orgId: token.orgId, accountId: row.id, kind: "password_set" });
  return { email: row.email };
}
