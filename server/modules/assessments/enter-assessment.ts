import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findFrozenUnit, holdWave } from "#server/modules/waves/index.ts";
import { type AssessmentRow, lockOrMake, mustFindTeam } from "./queries.ts";

export type Entered = {
  row: AssessmentRow;
  made: boolean;
  team: { id: string; name: string };
  personId: string;
};

/**
 * Everything that must hold before somebody writes into an assessment: it is their team, the wave is open and stays open
 * until this transaction ends, and the team is in the wave. Makes the row when it is the first.
 *
 * @throws not_found, refused
 */
export async function enterAssessment(
  scope: Scope<"assessment:fill">,
  waveId: string,
  teamId: string,
): Promise<Entered> {
  const { personId } = scope.actor;
  if (!personId) throw refused("An assessment is given by a person.");
  const [team, wave, frozen] = await Promise.all([
    mustFindTeam(scope, teamId),
    holdWave(scope, waveId),
    findFrozenUnit(scope, waveId, teamId),
  ]);
  if (wave.status !== "open") {
    const closedAt = wave.closedAt?.toISOString() ?? null;
    const why = closedAt ? "HR has closed this wave." : "This wave is not open.";
    throw refused(`${why} What you typed is still here: copy what you want to keep.`, { closedAt });
  }
  if (!frozen) throw refused("This team joined after the wave opened. It is part of the next one.");
  return { ...(await lockOrMake(scope, personId, waveId, teamId)), team, personId };
}
