import type { AssessmentForm, TeamRef } from "#contracts/assessments.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findFrozenUnit, findOpenWave, PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { findAssessment, findLastWithFacts, findOwnNote, listEvents, mustFindTeam } from "./queries.ts";
import { emptyValues } from "./rules.ts";
import { toFacts, toParts, toValues } from "./views.ts";

const UNTOUCHED = { part1: false, part2: false, part3: false };

/**
 * The form of one team in the open wave. An assessment that nobody has touched is not stored: the first save makes it.
 * @throws not_found for a team of somebody else
 */
export async function openAssessment(scope: Scope<"assessment:fill">, input: TeamRef): Promise<AssessmentForm> {
  const { zone } = scope.organisation;
  const team = await mustFindTeam(scope, input.teamId);
  const wave = await findOpenWave(scope);
  const frozen = wave ? await findFrozenUnit(scope, wave.id, team.id) : null;
  const form: AssessmentForm = {
    team,
    wave: null,
    joinedLater: wave !== null && frozen === null,
    small: false,
    today: dateIn(zone, scope.clock.now()),
    revision: 0,
    parts: UNTOUCHED,
    values: emptyValues(),
    note: { text: "", savedAt: null },
    lastTime: null,
  };
  if (!wave || !frozen) return form;

  const [row, last] = await Promise.all([
    findAssessment(scope, wave.id, team.id),
    findLastWithFacts(scope, team.id, wave.id),
  ]);
  const open: AssessmentForm = {
    ...form,
    wave: { id: wave.id, label: wave.label, openedOn: dateIn(zone, wave.openedAt ?? wave.createdAt) },
    small: (frozen.headcount ?? 0) < PEOPLE_FOR_A_TEAM,
    lastTime: last ? { label: last.label, facts: toFacts(last.row) } : null,
  };
  if (!row) return open;
  const [events, note] = await Promise.all([
    listEvents(scope, wave.id, team.id),
    findOwnNote(scope, scope.actor.personId ?? "", row.id),
  ]);
  return {
    ...open,
    revision: row.revision,
    parts: toParts(row),
    values: toValues(row, events),
    note: { text: note?.note ?? "", savedAt: note?.savedAt.toISOString() ?? null },
  };
}
