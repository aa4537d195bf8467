import type { Call, CallBasis, CallView } from "#contracts/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockedTeams } from "#server/modules/results/index.ts";
import { listOwnCalls, listStillPublished } from "./queries.ts";
import { callView, teamSideOf } from "./views.ts";

export type OwnCall = { view: CallView; basis: CallBasis; madeAt: Date; waveId: string | null };

/** The reader's own calls of one team, latest first, each as it may be read today. */
export async function listOwnCallViews(
  scope: Scope,
  personId: string,
  team: { id: string; name: string },
  limit: number,
): Promise<OwnCall[]> {
  const rows = await listOwnCalls(scope, personId, team.id, limit);
  if (rows.length === 0) return [];
  const { zone } = scope.organisation;
  const today = dateIn(zone, scope.clock.now());
  const behind = rows.flatMap(({ basis }) => (basis.waveId === null ? [] : [basis.waveId]));
  const [published, locks] = await Promise.all([listStillPublished(scope, behind), lockedTeams(scope, [team.id])]);
  return rows.map((row): OwnCall => {
    const kept = {
      callId: row.id,
      team: { id: team.id, name: team.name },
      madeOn: dateIn(zone, row.madeAt),
      basis: row.basis,
      decided:
        row.choice && row.decidedAt
          ? {
              choice: row.choice as Exclude<Call, "too_close_to_call">,
              reason: row.reason ?? "",
              decidedOn: dateIn(zone, row.decidedAt),
            }
          : null,
    };
    const side = teamSideOf(row.basis, locks.has(team.id), published);
    return { view: callView(kept, today, side), basis: row.basis, madeAt: row.madeAt, waveId: row.waveId };
  });
}
