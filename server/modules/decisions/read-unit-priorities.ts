import type { Priority, UnitPriorities } from "#contracts/decisions.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listPriorities, listPurposes, type Place } from "./queries.ts";

const NAMED = 3;

/** One unit's priorities, each with the teams behind it. */
export async function readUnitPriorities(scope: Scope, unit: Place): Promise<UnitPriorities> {
  const [one] = await withTeams(scope, [unit], await listPurposes(scope));
  return one ?? { unit: { unitId: unit.id, name: unit.name }, own: false, priorities: [] };
}

/** @param purposes of every team in the scope's part */
export async function withTeams(
  scope: Scope,
  units: readonly Place[],
  purposes: Awaited<ReturnType<typeof listPurposes>>,
): Promise<UnitPriorities[]> {
  const priorities = await listPriorities(
    scope,
    units.map(({ id }) => id),
  );
  const behind = Map.groupBy(purposes, ({ priorityId }) => priorityId);
  return units.map((unit) => ({
    unit: { unitId: unit.id, name: unit.name },
    own: scope.roots.includes(unit.id),
    priorities: priorities
      .filter(({ unitId }) => unitId === unit.id)
      .map(({ id, position, words, createdAt }): Priority => {
        const teams = behind.get(id) ?? [];
        return {
          id,
          position,
          words,
          since: dateIn(scope.organisation.zone, createdAt),
          teams: teams.length,
          firstTeams: teams.slice(0, NAMED).map(({ teamId, name }) => ({ unitId: teamId, name })),
        };
      }),
  }));
}
