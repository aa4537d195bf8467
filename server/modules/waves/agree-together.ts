import { and, eq, inArray, isNull } from "drizzle-orm";
import type { WaveStatus } from "#contracts/waves.ts";
import type { GroupRef } from "#contracts/wave-plans.ts";
import { unit } from "#db/schema/register.ts";
import { waveGroupTeam } from "#db/schema/waves.ts";
import { within } from "#server/authz/index.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listGroupTeams } from "./pulse-queries.ts";
import { mustLockWave } from "./queries.ts";
import { mayStep } from "./step-rules.ts";

/**
 * A supervisor says yes, for the teams that they run, to a proposal to report together.
 * @throws not_found when no team of it is theirs; refused once the wave was launched
 */
export const agreeTogether = command("wave.agree-together", async (scope: Scope<"member:confirm">, input: GroupRef) => {
  const wave = await mustLockWave(scope, input.waveId);
  const teams = (await listGroupTeams(scope, wave.id)).filter((row) => row.groupId === input.groupId);
  const ids = teams.map((row) => row.unitId);
  const own =
    ids.length === 0
      ? []
      : await scope.tx
          .select({ id: unit.id })
          .from(unit)
          .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, ids), within(scope, unit.path)));
  if (own.length === 0) throw notFound("proposal");
  const may = mayStep("edit", wave.status as WaveStatus);
  if (typeof may === "object") throw refused(may.refused);
  const agreed = await scope.tx
    .update(waveGroupTeam)
    .set({ agreedBy: scope.actor.personId })
    .where(
      and(
        eq(waveGroupTeam.orgId, scope.organisation.id),
        eq(waveGroupTeam.waveId, wave.id),
        eq(waveGroupTeam.groupId, input.groupId),
        isNull(waveGroupTeam.agreedBy),
        inArray(
          waveGroupTeam.unitId,
          own.map((row) => row.id),
        ),
      ),
    )
    .returning({ unitId: waveGroupTeam.unitId });
  const view = { groupId: input.groupId };
  if (agreed.length === 0) return { view, audit: UNCHANGED };
  const name = teams[0]?.name ?? "";
  return { view, audit: { subjectId: wave.id, subject: name, after: { name, teams: agreed.length } } };
});
