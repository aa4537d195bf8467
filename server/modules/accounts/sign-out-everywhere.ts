import { revokeSessions } from "#server/auth/sessions.ts";
import { addSecurityEvent } from "#server/kernel/audit.ts";
import type { AccountScope } from "#server/kernel/scope.ts";

/** Ends every other session of the own account; the one in use stays. Returns how many ended. */
export async function signOutEverywhere(scope: AccountScope): Promise<{ ended: number }> {
  const ended = await revokeSessions(scope.tx, scope.accountId, scope.clock.now(), scope.sessionId);
  await addSecurityEvent(scope.tx, { orgId: null, accountId: scope.accountId, kind: "sessions_revoked" });
  return { ended };
}
