import { and, eq, inArray, sql } from "drizzle-orm";
import type { StatePriorities, UnitPriorities } from "#contracts/decisions.ts";
import { unitPriority } from "#db/schema/plans.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { priorityProblems } from "#server/modules/plans/index.ts";
import { listPriorities, mustFindPlace } from "./queries.ts";
import { readUnitPriorities } from "./read-unit-priorities.ts";
import { type Change, changeOf, hasMoved, isUnchanged, lineProblems } from "./rules.ts";

/**
 * A leader states up to three priorities of a unit, in order. Saying the same again changes nothing.
 * @throws not_found outside the leader's part; invalid for two alike; conflict when somebody else changed them
 */
export const statePriorities = command(
  "priority.state",
  async (scope: Scope<"priority:state">, input: StatePriorities) => {
    const unit = await mustFindPlace(scope, input.unitId, "unit");
    const problems = { ...priorityProblems(input.priorities), ...lineProblems(input.priorities) };
    if (Object.keys(problems).length > 0) throw invalid("Look at the priorities again.", problems);
    const key = `priority:${scope.organisation.id}:${unit.id}`;
    await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    const live = await listPriorities(scope, [unit.id]);
    const change = changeOf(live, input.priorities);
    const view = async (): Promise<UnitPriorities> => readUnitPriorities(scope, unit);
    if (isUnchanged(change)) return { view: await view(), audit: UNCHANGED };
    if (hasMoved(live, input.basedOn)) {
      throw conflict("Somebody has changed these priorities meanwhile. Look at theirs, then save yours again.", {
        theirs: live.map(({ words }) => words),
      });
    }
    await store(scope, unit.id, change);
    return {
      view: await view(),
      audit: { subjectId: unit.id, subject: unit.name, after: { rows: input.priorities.filter(Boolean).length } },
    };
  },
);

async function store(scope: Scope, unitId: string, { end, move, begin }: Change): Promise<void> {
  const orgId = scope.organisation.id;
  const isOneOf = (ids: string[]) => and(eq(unitPriority.orgId, orgId), inArray(unitPriority.id, ids));
  const now = scope.clock.now();
  // A place is free before another one takes it: those that move are out of the way first.
  const leaving = [...end, ...move.map(({ id }) => id)];
  if (leaving.length > 0) await scope.tx.update(unitPriority).set({ endedAt: now }).where(isOneOf(leaving));
  for (const { id, position } of move) {
    await scope.tx
      .update(unitPriority)
      .set({ position, endedAt: null })
      .where(isOneOf([id]));
  }
  if (begin.length > 0) {
    const personId = scope.actor.personId ?? "";
    await scope.tx
      .insert(unitPriority)
      .values(begin.map((priority) => ({ ...priority, orgId, unitId, personId, createdAt: now })));
  }
}
