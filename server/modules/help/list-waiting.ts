import { and, exists, eq, gte, inArray, ne, or } from "drizzle-orm";
import { addDays } from "#contracts/dates.ts";
import type { WaitingHelp, WaitingPage } from "#contracts/help.ts";
import { escalation, escalationStep } from "#db/schema/help.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readInTime } from "./read-in-time.ts";
import {
  listLeaders,
  listPlaces,
  listRequests,
  listSteps,
  listWaitingAt,
  type RequestRow,
  todayOf,
} from "./queries.ts";
import { leaderAbove } from "./rules.ts";
import { toHelpView } from "./views.ts";

const WAITING = 100;
const PAST = 20;
const PAST_DAYS = 365;

/** The leader's page: what waits for an answer of theirs, oldest first, and what was answered before. */
export async function listWaiting(scope: Scope<"help:answer">): Promise<WaitingPage> {
  const today = todayOf(scope);
  const since = addDays(today, -PAST_DAYS);
  const waiting = await listWaitingAt(scope, scope.roots, WAITING);
  const past = await listRequests(scope, and(gte(escalation.askedOn, since), passedThrough(scope)), PAST);
  const steps = await listSteps(
    scope,
    [...waiting, ...past].map((row) => row.id),
  );
  const above = await placesAbove(scope, waiting);
  const units = await listPlaces(scope, scope.roots);
  return {
    units: [...units.values()].map(({ id, name }) => ({ unitId: id, name })),
    today,
    waiting: waiting.map(
      (row): WaitingHelp => ({ ...toHelpView(row, steps, today), above: above.get(row.id) ?? null }),
    ),
    past: past.map((row) => toHelpView(row, steps, today)),
    inTime: await readInTime(scope, scope.roots),
  };
}

/** Not waiting here any more, but here before. */
function passedThrough(scope: Scope) {
  const here = exists(
    scope.tx
      .select({ id: escalationStep.id })
      .from(escalationStep)
      .where(
        and(
          eq(escalationStep.orgId, scope.organisation.id),
          eq(escalationStep.escalationId, escalation.id),
          inArray(escalationStep.atUnitId, [...scope.roots]),
        ),
      ),
  );
  return and(here, or(ne(escalation.status, "waiting"), notAt(scope)));
}

function notAt(scope: Scope) {
  return and(...scope.roots.map((id) => ne(escalation.atUnitId, id)));
}

async function placesAbove(
  scope: Scope,
  rows: readonly RequestRow[],
): Promise<Map<string, { unitId: string; name: string }>> {
  const leaders = await listLeaders(scope, [...new Set(rows.flatMap((row) => row.path))]);
  const wanted = rows.flatMap((row) => {
    const led = new Set(leaders.filter(({ personId }) => personId !== row.askedBy).map(({ unitId }) => unitId));
    const unitId = leaderAbove(row.path, row.atUnitId, led);
    return unitId === null ? [] : [{ id: row.id, unitId }];
  });
  const places = await listPlaces(
    scope,
    wanted.map(({ unitId }) => unitId),
  );
  return new Map(wanted.map(({ id, unitId }) => [id, { unitId, name: places.get(unitId)?.name ?? "" }]));
}
