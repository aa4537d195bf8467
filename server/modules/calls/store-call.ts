import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CallBasis } from "#contracts/calls.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOwnCalls, takeTurn } from "./queries.ts";
import { callOf } from "./rules.ts";
import { CALL_DAYS } from "./timeline-rules.ts";

export type ToStore = {
  teamId: string;
  personId: string;
  /** The wave in whose assessment it was made; null in between. */
  waveId: string | null;
  basis: CallBasis;
};

/**
 * Keeps a call in two rows of one transaction: what the line may read, and what was known, which is its author's alone. The
 * same check on the same day is the same call, so that a double click and a retry change nothing.
 *
 * Within one wave a choice that was made stays when more becomes known and the rule still says the same.
 */
export async function storeCall(
  scope: Scope,
  { teamId, personId, waveId, basis }: ToStore,
): Promise<{ callId: string; made: boolean }> {
  const { zone, id: orgId } = scope.organisation;
  const now = scope.clock.now();
  await takeTurn(scope, teamId);
  const [last] = await listOwnCalls(scope, personId, teamId, 1);
  const today = last !== undefined && dateIn(zone, last.madeAt) === dateIn(zone, now);
  if (last && today && last.waveId === waveId && isDeepStrictEqual(last.basis, basis)) {
    return { callId: last.id, made: false };
  }
  const call = callOf(basis.input);
  const stays = waveId !== null && last?.waveId === waveId && last.call === call && last.choice !== null;
  const callId = randomUUID();
  await scope.tx.insert(teamCall).values({
    orgId,
    id: callId,
    unitId: teamId,
    personId,
    waveId,
    call,
    choice: stays ? last.choice : null,
    decidedAt: stays ? last.decidedAt : null,
    madeAt: now,
    expiresAt: new Date(now.getTime() + CALL_DAYS * 86_400_000),
  });
  await scope.tx.insert(callPrivate).values({ orgId, callId, personId, basis, reason: stays ? last.reason : null });
  return { callId, made: true };
}
