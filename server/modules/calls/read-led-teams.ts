import type { Call, LedTeam } from "#contracts/calls.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listLedTeams } from "#server/modules/register/index.ts";
import { listCalls } from "./queries.ts";
import { callForLine } from "./views.ts";

const BACK_DAYS = 365;

/**
 * For whoever leads a unit: the team of the people who report to them, and its latest call, which is their own.
 * @param approves units in which the reader may approve teams
 */
export async function readLedTeams(scope: Scope<"team:register">, approves: readonly string[]): Promise<LedTeam[]> {
  const units = await listLedTeams(scope, approves);
  const { zone } = scope.organisation;
  const now = scope.clock.now();
  const teamIds = units.flatMap(({ team }) => (team && !team.waiting ? [team.id] : []));
  const calls = await listCalls(scope, teamIds, new Date(now.getTime() - BACK_DAYS * 86_400_000));
  return units.map((led): LedTeam => {
    const row = calls.find(({ unitId }) => unitId === led.team?.id);
    if (!row) return { ...led, call: null };
    const made = { madeOn: dateIn(zone, row.madeAt), call: row.call as Call, choice: row.choice as Call | null };
    const { madeOn, expired, holds } = callForLine(made, dateIn(zone, now));
    return { ...led, call: { madeOn, expired, holds } };
  });
}
