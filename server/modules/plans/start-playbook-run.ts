import type { StartPlaybook } from "#contracts/plans.ts";
import { playbookRun } from "#db/schema/plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindTeam } from "#server/modules/calls/index.ts";
import { listRuns } from "./playbook-queries.ts";
import { startPlaybook } from "./playbook-rules.ts";
import { takeTurn } from "./queries.ts";

/**
 * Begins a playbook for a team. One of each kind runs at a time; beginning it again finds it under way.
 * @throws not_found for a team of somebody else
 */
export const startPlaybookRun = command("playbook.start", async (scope: Scope<"plan:run">, input: StartPlaybook) => {
  const { personId } = scope.actor;
  if (!personId) throw refused("A playbook is started by a person.");
  const team = await mustFindTeam(scope, input.teamId);
  await takeTurn(scope, team.id);
  const runs = await listRuns(scope, team.id);
  if (runs.some(({ state }) => state.name === input.playbook && state.ended === null)) {
    return { view: null, audit: UNCHANGED };
  }
  await scope.tx.insert(playbookRun).values({
    orgId: scope.organisation.id,
    unitId: team.id,
    name: input.playbook,
    state: startPlaybook(input.playbook),
    startedBy: personId,
    createdAt: scope.clock.now(),
  });
  return { view: null, audit: { subjectId: team.id, subject: team.name } };
});
