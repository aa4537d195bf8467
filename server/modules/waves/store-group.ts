import { and, eq, inArray } from "drizzle-orm";
import type { WaveStatus } from "#contracts/waves.ts";
import type { GroupTeams } from "#contracts/wave-plans.ts";
import { unit } from "#db/schema/register.ts";
import { waveGroup } from "#db/schema/waves.ts";
import { invalid, notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listGroupTeams } from "./pulse-queries.ts";
import { mustLockWave } from "./queries.ts";
import { parentIn } from "./rules.ts";
import { mayStep } from "./step-rules.ts";
import { whyNotTogether } from "./together-rules.ts";

/**
 * A group without its teams, checked and stored: what HR's group and a supervisor's proposal have in common. The caller has
 * made sure that the scope reaches one of the teams; the others are its siblings, or it is refused here.
 *
 * @throws not_found; refused once the wave was launched; invalid when they cannot report together
 */
export async function storeGroup(
  scope: Scope,
  input: GroupTeams,
): Promise<{ key: { orgId: string; waveId: string; groupId: string }; teamIds: string[]; waveLabel: string }> {
  const orgId = scope.organisation.id;
  const wave = await mustLockWave(scope, input.waveId);
  const may = mayStep("edit", wave.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const teamIds = [...new Set(input.teamIds)];
  const rows = await scope.tx
    .select({ unitId: unit.id, name: unit.name, kind: unit.kind, path: unit.path })
    .from(unit)
    .where(and(eq(unit.orgId, orgId), inArray(unit.id, teamIds), eq(unit.status, "live")))
    .orderBy(unit.name);
  if (rows.length < teamIds.length) throw notFound("team");
  const teams = rows.map((row) => ({ ...row, parentId: parentIn(row.path) }));
  const taken = new Set((await listGroupTeams(scope, wave.id)).map((row) => row.unitId));
  const why = whyNotTogether(teams, taken);
  const parentId = teams[0]?.parentId;
  if (why !== null || !parentId) throw invalid(why ?? "Choose two teams or more.", { teamIds: why ?? "" });
  const [group] = await scope.tx
    .insert(waveGroup)
    .values({ orgId, waveId: wave.id, parentId, name: input.name })
    .returning({ id: waveGroup.id });
  if (!group) throw new Error("no row of the new group came back");
  return { key: { orgId, waveId: wave.id, groupId: group.id }, teamIds, waveLabel: wave.label };
}
