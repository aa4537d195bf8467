import { and, eq } from "drizzle-orm";
import type { CallView, DecideCall } from "#contracts/calls.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOwnCallViews } from "./list-own-call-views.ts";
import { mustFindTeam, mustLockOwnCall } from "./queries.ts";

/**
 * Keeps what the supervisor decided, where the rule does not decide or against it, and why. The line reads what holds; the
 * reason is its author's alone and in no trail.
 *
 * @throws not_found for somebody else's call; refused for one that is not the latest or has expired
 */
export const decideCall = command("call.decide", async (scope: Scope<"call:make">, input: DecideCall) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("A call is decided by a person.");
  const row = await mustLockOwnCall(scope, personId, input.callId);
  const team = await mustFindTeam(scope, row.unitId);
  const latest = async (): Promise<CallView> => {
    const [own] = await listOwnCallViews(scope, personId, team, 1);
    if (!own) throw notFound("call");
    return own.view;
  };
  const before = await latest();
  if (before.callId !== row.id || before.expired) throw refused("This call no longer holds. Check again first.");
  if (row.choice === input.choice && row.reason === input.reason) return { view: before, audit: UNCHANGED };

  const at = { orgId: scope.organisation.id, callId: row.id };
  await scope.tx
    .update(teamCall)
    .set({ choice: input.choice, decidedAt: scope.clock.now() })
    .where(and(eq(teamCall.orgId, at.orgId), eq(teamCall.id, at.callId)));
  await scope.tx
    .update(callPrivate)
    .set({ reason: input.reason })
    .where(and(eq(callPrivate.orgId, at.orgId), eq(callPrivate.callId, at.callId)));
  return { view: await latest(), audit: { subjectId: row.id, subject: team.name } };
});
