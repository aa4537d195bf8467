import type { Permission } from "#contracts/permissions.ts";
import { enterOrganisation, type Member, mintScope } from "#server/authz/index.ts";
import type { Clock } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { inTransaction } from "#server/kernel/transaction.ts";

/** Somebody of the story who acts, by the account they sign in with. */
export type Actor = { slug: string; accountId: string };

/** One act of somebody, at a time of the story: permission, tenant locks and audit as in a request. */
export function act<P extends Permission, T>(
  actor: Actor,
  permission: P,
  at: Date,
  work: (scope: Scope<P>, member: Member) => Promise<T>,
): Promise<T> {
  const clock = clockAt(at);
  return inTransaction({}, async (tx) => {
    const member = await enterOrganisation(tx, actor.accountId, actor.slug, clock);
    return work(mintScope(tx, actor.accountId, member, permission, clock), member);
  });
}

export const clockAt = (at: Date): Clock => ({ now: () => at });
