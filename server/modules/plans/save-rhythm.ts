import type { SaveRhythm } from "#contracts/plans.ts";
import { rhythm } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindTeam } from "#server/modules/calls/index.ts";
import { listRhythms } from "./practice-queries.ts";

/**
 * How often a team has its one-to-ones or reviews, and when the last was. Never what was said there.
 * @throws not_found for a team of somebody else; invalid for a day to come
 */
export const saveRhythm = command("rhythm.save", async (scope: Scope<"plan:run">, input: SaveRhythm) => {
  const { kind, everyDays, lastHeldOn } = input;
  const team = await mustFindTeam(scope, input.teamId);
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  if (lastHeldOn !== null && lastHeldOn > today) {
    throw invalid("This day is still to come.", { lastHeldOn: "Enter today or earlier." });
  }
  const row = (await listRhythms(scope, team.id)).find((r) => r.kind === kind);
  if (row?.everyDays === everyDays && row.lastHeldOn === lastHeldOn) return { view: null, audit: UNCHANGED };
  await scope.tx
    .insert(rhythm)
    .values({ orgId: scope.organisation.id, unitId: team.id, kind, everyDays, lastHeldOn })
    .onConflictDoUpdate({ target: [rhythm.orgId, rhythm.unitId, rhythm.kind], set: { everyDays, lastHeldOn } });
  return { view: null, audit: { subjectId: team.id, subject: team.name } };
});
