import { and, eq, inArray } from "drizzle-orm";
import type { GroupTeams } from "#contracts/wave-plans.ts";
import { unit } from "#db/schema/register.ts";
import { waveGroupTeam } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { command } from "#server/kernel/command.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { storeGroup } from "./store-group.ts";

/**
 * A supervisor proposes that their team and its siblings report together: agreed for the teams that they run, open for the
 * others until each supervisor says yes. Until all have, it counts for nothing.
 *
 * @throws not_found when none of the teams is theirs; refused once it was launched; invalid when they cannot
 */
export const proposeTogether = command(
  "wave.propose-together",
  async (scope: Scope<"member:confirm">, input: GroupTeams) => {
    const own = await scope.tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, input.teamIds), within(scope, unit.path)));
    if (own.length === 0) throw notFound("team");
    const mine = new Set(own.map((row) => row.id));
    const { key, teamIds } = await storeGroup(scope, input);
    await scope.tx
      .insert(waveGroupTeam)
      .values(teamIds.map((unitId) => ({ ...key, unitId, agreedBy: mine.has(unitId) ? scope.actor.personId : null })));
    return {
      view: { groupId: key.groupId },
      audit: { subjectId: input.waveId, subject: input.name, after: { name: input.name, teams: teamIds.length } },
    };
  },
);
