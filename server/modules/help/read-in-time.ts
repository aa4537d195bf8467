import { gte } from "drizzle-orm";
import { addDays } from "#contracts/dates.ts";
import type { InTime } from "#contracts/help.ts";
import { escalation } from "#db/schema/help.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { answeredInTime } from "#server/modules/plans/index.ts";
import { listRequests, listSteps, todayOf } from "./queries.ts";
import { legsOf } from "./rules.ts";

const YEAR = 365;
/** Bounded: beyond this the share would not move. */
const REQUESTS = 2000;

/**
 * Answers in time over the last twelve months, over all that were answered or are overdue. Null where there is nothing.
 *
 * @param at only what the leaders of these units had; null for everything in the scope's part
 */
export async function readInTime(scope: Scope, at: readonly string[] | null): Promise<InTime | null> {
  const today = todayOf(scope);
  const rows = await listRequests(scope, gte(escalation.askedOn, addDays(today, -YEAR)), REQUESTS);
  const steps = await listSteps(
    scope,
    rows.map((row) => row.id),
  );
  const byRequest = Map.groupBy(steps, (step) => step.helpId);
  const legs = rows.flatMap((row) => legsOf(row, byRequest.get(row.id) ?? []));
  return answeredInTime(at === null ? legs : legs.filter((leg) => at.includes(leg.atUnitId)), today);
}
