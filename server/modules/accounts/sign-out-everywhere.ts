import type { AccountScope } from "#server/kernel/scope.ts";
import { revokeSessions } from "#server/auth/sessions.ts";

/** Ends every other session of the own account; the one in use stays. Returns how many ended. */
export async function signOutEverywhere(scope: AccountScope): Promise<{ ended: number }> {
  return { ended: await revokeSessions(scope.tx, scope.accountId, scope.clock.now(), scope.sessionId) };
}
