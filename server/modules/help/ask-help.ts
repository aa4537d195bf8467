import { and, eq, sql } from "drizzle-orm";
import { type AskHelp, type HelpView, OPEN_REQUESTS } from "#contracts/help.ts";
import { escalation } from "#db/schema/help.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { addWorkingDays, DAYS_TO_ANSWER } from "#server/modules/plans/index.ts";
import { listLed, listRequests, mustFindTeam, todayOf } from "./queries.ts";
import { readRequest } from "./read-request.ts";
import { firstPlace } from "./rules.ts";
import { startClock } from "./start-clock.ts";

/**
 * A supervisor asks for help. It goes to the leader of the unit above, who has ten working days. Asked twice with the same
 * words it is asked once.
 *
 * @throws not_found for a team that is not the supervisor's own; refused while five requests wait
 */
export const askHelp = command("help.ask", async (scope: Scope<"help:ask">, input: AskHelp) => {
  const orgId = scope.organisation.id;
  const { personId } = scope.actor;
  const team = await mustFindTeam(scope, input.teamId);
  // Two clicks, or the supervisor and a deputy at once: one after the other.
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`help:${orgId}:${team.id}`}, 0))`);
  const waiting = await listRequests(
    scope,
    and(eq(escalation.unitId, team.id), eq(escalation.status, "waiting")),
    OPEN_REQUESTS,
  );
  const twin = waiting.find((row) => row.askedBy === personId && row.question === input.question);
  if (twin) return { view: await readRequest(scope, twin.id), audit: UNCHANGED };
  if (waiting.length >= OPEN_REQUESTS) {
    throw refused(
      `${OPEN_REQUESTS} requests of ${team.name} wait for an answer. Take one back before you ask for more.`,
    );
  }
  const today = todayOf(scope);
  const atUnitId = firstPlace(team.path, await listLed(scope, team.path, personId));
  const dueOn = addWorkingDays(today, DAYS_TO_ANSWER);
  const now = scope.clock.now();
  const [made] = await scope.tx
    .insert(escalation)
    .values({
      orgId,
      unitId: team.id,
      askedBy: personId ?? "",
      atUnitId,
      question: input.question,
      askedOn: today,
      dueOn,
      createdAt: now,
    })
    .returning({ id: escalation.id });
  const id = made?.id ?? "";
  await startClock(scope, id, dueOn);
  const view: HelpView = await readRequest(scope, id);
  return { view, audit: { subjectId: id, subject: team.name, after: { unit: view.at.name } } };
});
