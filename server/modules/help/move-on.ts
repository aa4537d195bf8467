import { and, eq } from "drizzle-orm";
import type { HelpStep } from "#contracts/help.ts";
import { escalation, escalationStep } from "#db/schema/help.ts";
import type { AuditRecord } from "#server/kernel/audit.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { addWorkingDays, DAYS_TO_ANSWER } from "#server/modules/plans/index.ts";
import { listPlaces, type RequestRow, todayOf } from "./queries.ts";
import { startClock } from "./start-clock.ts";

type Step = { kind: HelpStep; sentence: string | null; byDate: string | null };

/** Writes what happened at the unit where the request is. */
export async function addStep(scope: Scope, row: RequestRow, step: Step): Promise<void> {
  await scope.tx.insert(escalationStep).values({
    orgId: scope.organisation.id,
    escalationId: row.id,
    atUnitId: row.atUnitId,
    personId: scope.actor.personId,
    at: scope.clock.now(),
    ...step,
  });
}

export async function changeRequest(
  scope: Scope,
  row: RequestRow,
  change: Partial<Pick<typeof escalation.$inferInsert, "status" | "atUnitId" | "dueOn">>,
): Promise<void> {
  await scope.tx
    .update(escalation)
    .set(change)
    .where(and(eq(escalation.orgId, scope.organisation.id), eq(escalation.id, row.id)));
}

/** Passes a request to the leader above, with a whole new clock. The row is locked by the caller. */
export async function moveOn(scope: Scope, row: RequestRow, toUnitId: string, step: Step): Promise<AuditRecord> {
  const dueOn = addWorkingDays(todayOf(scope), DAYS_TO_ANSWER);
  await addStep(scope, row, step);
  await changeRequest(scope, row, { atUnitId: toUnitId, dueOn });
  await startClock(scope, row.id, dueOn);
  const place = (await listPlaces(scope, [toUnitId])).get(toUnitId);
  return {
    subjectId: row.id,
    subject: row.teamName,
    before: { unit: row.atUnitName },
    after: { unit: place?.name ?? "", kind: step.kind },
  };
}
