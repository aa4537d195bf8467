import type { SavePurpose } from "#contracts/plans.ts";
import { teamPurpose } from "#db/schema/plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindTeam } from "#server/modules/calls/index.ts";
import { listPrioritiesAbove, listPurposes } from "./practice-queries.ts";
import { takeTurn } from "./queries.ts";
import { purposeProblems } from "./rules.ts";

/**
 * Writes a team's purpose in one sentence; the ones before stay as its history. The same again changes nothing.
 * @throws not_found for a team or a priority of another branch; invalid with a message per field
 */
export const savePurpose = command("purpose.save", async (scope: Scope<"plan:run">, input: SavePurpose) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("A purpose is written by a person.");
  const { teamId, sentence, benefits, priorityId } = input;
  const team = await mustFindTeam(scope, teamId);
  await takeTurn(scope, team.id);
  const [[last], priorities] = await Promise.all([listPurposes(scope, team.id), listPrioritiesAbove(scope, team.id)]);
  if (priorityId !== null && !priorities.some(({ id }) => id === priorityId)) throw notFound("priority");
  const problems = purposeProblems({ sentence, benefits });
  if (Object.keys(problems).length > 0) throw invalid("The sentence is not finished.", problems);
  if (last?.sentence === sentence && last.benefits === benefits && last.priorityId === priorityId) {
    return { view: null, audit: UNCHANGED };
  }
  await scope.tx.insert(teamPurpose).values({
    orgId: scope.organisation.id,
    unitId: team.id,
    sentence,
    benefits,
    priorityId,
    personId,
    createdAt: scope.clock.now(),
  });
  return { view: null, audit: { subjectId: team.id, subject: team.name } };
});
