import { and, eq } from "drizzle-orm";
import type { UpdateWaiting } from "#contracts/waiting.ts";
import { waitingOn } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustLockWaiting } from "./practice-queries.ts";

/**
 * Another contact, or the end of waiting.
 * @throws not_found for what another team waits for; invalid for a day to come
 */
export const updateWaiting = command("waiting.update", async (scope: Scope<"plan:run">, input: UpdateWaiting) => {
  const row = await mustLockWaiting(scope, input.waitingId);
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const lastContactOn = input.lastContactOn ?? row.lastContactOn;
  if (lastContactOn > today) throw invalid("This day is still to come.", { lastContactOn: "Enter today or earlier." });
  const closedOn = input.done ? (row.closedOn ?? today) : null;
  if (lastContactOn === row.lastContactOn && closedOn === row.closedOn) return { view: null, audit: UNCHANGED };
  await scope.tx
    .update(waitingOn)
    .set({ lastContactOn, closedOn })
    .where(and(eq(waitingOn.orgId, scope.organisation.id), eq(waitingOn.id, row.id)));
  return { view: null, audit: { subjectId: row.unitId, subject: row.team } };
});
