import type { GroupTeams } from "#contracts/wave-plans.ts";
import { waveGroupTeam } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { storeGroup } from "./store-group.ts";

/**
 * Lets sibling teams report together in a planned pulse; HR says yes for all of them.
 * @throws not_found; refused once it was launched; invalid when they cannot
 */
export const groupTeams = command("wave.group", async (scope: Scope<"wave:run">, input: GroupTeams) => {
  const made = await storeGroup(scope, input);
  await scope.tx
    .insert(waveGroupTeam)
    .values(made.teamIds.map((unitId) => ({ ...made.key, unitId, agreedBy: scope.actor.personId })));
  return {
    view: { groupId: made.key.groupId },
    audit: { subjectId: input.waveId, subject: input.name, after: { name: input.name, teams: made.teamIds.length } },
  };
});
