import { sql } from "drizzle-orm";
import type { Decision, WriteDecision } from "#contracts/decisions.ts";
import { teamDecision } from "#db/schema/plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findTwin, mustFindPlace, todayOf } from "./queries.ts";

/**
 * You said, we decided: what a supervisor tells the team, for everybody to read. The same again is written once.
 * @throws not_found for a team that is not the supervisor's own; invalid for a day that has not come
 */
export const writeDecision = command("decision.write", async (scope: Scope<"decision:write">, input: WriteDecision) => {
  const orgId = scope.organisation.id;
  const team = await mustFindPlace(scope, input.teamId, "team");
  if (input.decidedOn > todayOf(scope)) {
    throw invalid("Look at the date again.", { decidedOn: "Choose today or an earlier day." });
  }
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decision:${orgId}:${team.id}`}, 0))`);
  const twin = await findTwin(scope, team.id, input);
  if (twin) return { view: twin as Decision, audit: UNCHANGED };
  const [made] = await scope.tx
    .insert(teamDecision)
    .values({
      orgId,
      unitId: team.id,
      said: input.said,
      decided: input.decided,
      decidedOn: input.decidedOn,
      personId: scope.actor.personId ?? "",
      createdAt: scope.clock.now(),
    })
    .returning({ id: teamDecision.id });
  const view: Decision = {
    id: made?.id ?? "",
    said: input.said,
    decided: input.decided,
    on: input.decidedOn,
    byName: scope.actor.name,
  };
  return { view, audit: { subjectId: view.id, subject: team.name } };
});
