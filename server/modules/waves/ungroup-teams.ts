import { and, eq } from "drizzle-orm";
import type { WaveStatus } from "#contracts/waves.ts";
import type { GroupRef } from "#contracts/wave-plans.ts";
import { waveGroup, waveGroupTeam } from "#db/schema/waves.ts";
import { command } from "#server/kernel/command.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockWave } from "./queries.ts";
import { mayStep } from "./step-rules.ts";

/**
 * Lets the teams of a group report each for itself again.
 * @throws not_found; refused once the wave was launched
 */
export const ungroupTeams = command("wave.ungroup", async (scope: Scope<"wave:run">, input: GroupRef) => {
  const wave = await mustLockWave(scope, input.waveId);
  const may = mayStep("edit", wave.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const orgId = scope.organisation.id;
  const gone = await scope.tx
    .delete(waveGroupTeam)
    .where(
      and(eq(waveGroupTeam.orgId, orgId), eq(waveGroupTeam.waveId, wave.id), eq(waveGroupTeam.groupId, input.groupId)),
    )
    .returning({ unitId: waveGroupTeam.unitId });
  const [group] = await scope.tx
    .delete(waveGroup)
    .where(and(eq(waveGroup.orgId, orgId), eq(waveGroup.waveId, wave.id), eq(waveGroup.id, input.groupId)))
    .returning({ name: waveGroup.name });
  if (!group) throw notFound("group");
  return {
    view: { groupId: input.groupId },
    audit: { subjectId: wave.id, subject: group.name, before: { name: group.name, teams: gone.length } },
  };
});
