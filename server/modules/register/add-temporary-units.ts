import { unit } from "#db/schema/register.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";

type TemporaryUnit = { id: string; code: string; name: string; path: string[] };

/**
 * Units that exist in the frozen tree of one wave alone: teams that report together. They are closed from the start, so
 * that no structure page, role or later wave knows them, and their results can still be linked to.
 */
export async function addTemporaryUnits(scope: Scope, units: readonly TemporaryUnit[]): Promise<void> {
  if (units.length === 0) return;
  const orgId = scope.organisation.id;
  const closedOn = dateIn(scope.organisation.zone, scope.clock.now());
  await scope.tx.insert(unit).values(units.map((u) => ({ orgId, ...u, kind: "unit", status: "closed", closedOn })));
}
