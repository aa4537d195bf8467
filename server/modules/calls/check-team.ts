import type { QuickCheck } from "#contracts/calls.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listOwnCallViews } from "./list-own-call-views.ts";
import { mustFindTeam } from "./queries.ts";
import { readBasis } from "./read-basis.ts";
import { storeCall } from "./store-call.ts";

/**
 * The 60-second check: four signals and three flags in, the call out, at any time and without a wave.
 * @throws not_found for a team of somebody else
 */
export const checkTeam = command("call.check", async (scope: Scope<"call:make">, input: QuickCheck) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("A check is made by a person.");
  const team = await mustFindTeam(scope, input.teamId);
  const basis = await readBasis(scope, personId, team.id, input);
  const { callId, made } = await storeCall(scope, { teamId: team.id, personId, waveId: null, basis });
  const [latest] = await listOwnCallViews(scope, personId, team, 1);
  if (!latest) throw notFound("call");
  return {
    view: latest.view,
    // The trail is read by HR: that there was a check, not what came of it.
    audit: made ? { subjectId: callId, subject: team.name } : UNCHANGED,
  };
});
