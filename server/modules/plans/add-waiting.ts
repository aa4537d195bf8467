import { addDays } from "#contracts/dates.ts";
import type { AddWaiting } from "#contracts/waiting.ts";
import { waitingOn } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindTeam } from "#server/modules/calls/index.ts";
import { listWaiting } from "./practice-queries.ts";
import { takeTurn } from "./queries.ts";

/**
 * Puts on the list whom a team waits for and what it needs, or who waits for a decision of the supervisor. The same again, while it is open, changes nothing.
 * @throws not_found for a team of somebody else; invalid for a day to come
 */
export const addWaiting = command("waiting.add", async (scope: Scope<"plan:run">, input: AddWaiting) => {
  const { teamId, kind = "others", who, needed, lastContactOn } = input;
  const team = await mustFindTeam(scope, teamId);
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  if (lastContactOn > today) throw invalid("This day is still to come.", { lastContactOn: "Enter today or earlier." });
  await takeTurn(scope, team.id);
  const open = await listWaiting(scope, team.id, addDays(today, 1));
  if (open.some((row) => row.kind === kind && row.who === who && row.needed === needed))
    return { view: null, audit: UNCHANGED };
  await scope.tx
    .insert(waitingOn)
    .values({ orgId: scope.organisation.id, unitId: team.id, kind, who, needed, lastContactOn });
  return { view: null, audit: { subjectId: team.id, subject: team.name } };
});
