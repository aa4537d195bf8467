import type { Call } from "#contracts/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listCalls } from "./queries.ts";
import { CALL_DAYS, isExpired } from "./timeline-rules.ts";

/**
 * The call that holds for a team today, of whoever made it; null where none does.
 * @param teamId a team of the scope; the caller has made sure of it
 */
export async function findHoldingCall(
  scope: Scope,
  teamId: string,
): Promise<{ callId: string; holds: Call; madeOn: string } | null> {
  const now = scope.clock.now();
  const [latest] = await listCalls(scope, [teamId], new Date(now.getTime() - (CALL_DAYS + 1) * 86_400_000));
  if (!latest) return null;
  const { zone } = scope.organisation;
  const madeOn = dateIn(zone, latest.madeAt);
  if (isExpired(madeOn, dateIn(zone, now))) return null;
  return { callId: latest.id, holds: (latest.choice ?? latest.call) as Call, madeOn };
}
