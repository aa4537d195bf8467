import type { AssessmentForLine, ReadAssessment } from "#contracts/assessments.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findFrozenUnit, isClosed, mustFindWave, PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import type { WaveStatus } from "#contracts/waves.ts";
import { findAssessment, listEvents, mustFindTeam } from "./queries.ts";
import { isGiven } from "./rules.ts";
import { toEvents, toFacts, toFlags, toParts, toRisks } from "./views.ts";

/**
 * What the line and HR see of one assessment: the two risks, flags, events and facts, each once its part was closed.
 * Never the twelve answers, the signals or the note; nothing before the wave has closed; of a team under four people
 * nothing at all, not even whether there is one.
 *
 * @throws not_found for a team in another part of the tree
 */
export async function readAssessment(
  scope: Scope<"assessment:read">,
  input: ReadAssessment,
): Promise<AssessmentForLine> {
  const team = await mustFindTeam(scope, input.teamId);
  const wave = await mustFindWave(scope, input.waveId);
  const frozen = await findFrozenUnit(scope, wave.id, team.id);
  if (!frozen || (frozen.headcount ?? 0) < PEOPLE_FOR_A_TEAM) return { state: "not_shown" };
  if (!isClosed(wave.status as WaveStatus)) return { state: "open" };
  const row = await findAssessment(scope, wave.id, team.id);
  const parts = row ? toParts(row) : null;
  if (!row || !parts || !isGiven(parts)) return { state: "none" };
  return {
    state: "given",
    risks: toRisks(row),
    flags: parts.part1 ? toFlags(row) : null,
    events: parts.part1 ? toEvents(await listEvents(scope, wave.id, team.id)) : [],
    facts: parts.part3 ? toFacts(row) : null,
  };
}
