import type { PrioritiesPage } from "#contracts/decisions.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listPurposes, listUnits } from "./queries.ts";
import { withTeams } from "./read-unit-priorities.ts";

const UNITS = 60;

/** The priorities of the units that somebody leads and of the level below, each with the teams behind it. */
export async function readPriorities(scope: Scope<"priority:state">): Promise<PrioritiesPage> {
  const purposes = await listPurposes(scope);
  return {
    units: await withTeams(scope, await listUnits(scope, UNITS), purposes),
    teams: purposes.length,
    withoutPurpose: purposes.filter(({ given }) => !given).length,
  };
}
