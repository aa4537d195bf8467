import { DETECTORS } from "#contracts/plans.ts";
import type { Concerns, ReadConcerns } from "#contracts/reviews.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindUnit } from "#server/modules/calls/index.ts";
import { listTeamRows } from "#server/modules/results/index.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { detected, howMany } from "./detector-rules.ts";
import { observeTeams } from "./observe-teams.ts";
import { listTeamIdsBelow } from "./review-queries.ts";

/**
 * What may concern supervisors below a unit, in words: few, some, many. Nothing for fewer than ten supervisors, never a
 * name, and nothing of teams under four people. What a supervisor set aside is not known here.
 *
 * @throws not_found for a unit in another part of the tree
 */
export async function readConcerns(scope: Scope<"call:read">, input: ReadConcerns): Promise<Concerns> {
  const { id } = await mustFindUnit(scope, input.unitId);
  const teamIds = await listTeamIdsBelow(scope, id, PEOPLE_FOR_A_TEAM);
  const seen = await observeTeams(scope, teamIds, await listTeamRows(scope, teamIds));
  const supervisors = new Set(seen.map(({ personId }) => personId)).size;
  return DETECTORS.flatMap((detector) => {
    const concerned = new Set(
      seen.filter(({ observed }) => detected(observed).includes(detector)).map(({ personId }) => personId),
    ).size;
    const words = howMany(concerned, supervisors);
    return words === null ? [] : [{ detector, howMany: words }];
  });
}
