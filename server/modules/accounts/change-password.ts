import { eq } from "drizzle-orm";
import type { ChangePassword } from "#contracts/accounts.ts";
import { account } from "#db/schema/accounts.ts";
import { hashPassword, passwordProblem, verifyPassword } from "#server/auth/passwords.ts";
import { forgetAttempts, reentryKey } from "#server/auth/rate-limit.ts";
import { revokeSessions } from "#server/auth/sessions.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { AccountScope } from "#server/kernel/scope.ts";

/**
 * A new password for the own account; every other session ends.
 * @throws invalid with the field's message
 */
export async function changePassword(scope: AccountScope, input: ChangePassword): Promise<{ ended: number }> {
  const [row] = await scope.tx.select().from(account).where(eq(account.id, scope.accountId));
  if (!row || !(await verifyPassword(row.passwordHash, input.current))) {
    throw invalid("The current password is not right.", { current: "This is not your current password." });
  }
  const problem = passwordProblem(input.next, [scope.email, scope.name]);
  if (problem) throw invalid(problem, { next: problem });
  await scope.tx
    .update(account)
    .set({ passwordHash: await hashPassword(input.next) })
    .where(eq(account.id, scope.accountId));
  await forgetAttempts(scope.tx, [reentryKey(scope.accountId)], scope.clock.now());
  await addSecurityEvent(scope.tx, { orgId: null, accountId: scope.accountId, kind: "password_set" });
  return { ended: await revokeSessions(scope.tx, scope.accountId, scope.clock.now(), scope.sessionId) };
}
