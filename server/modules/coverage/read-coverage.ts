import type { Coverage } from "#contracts/coverage.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readInTime } from "#server/modules/help/index.ts";
import { isNewInPost } from "#server/modules/plans/index.ts";
import { listLevels, listSupervisors, listTeamFacts } from "./queries.ts";
import { byUnit, countSupport, countTeams } from "./rules.ts";

/** HR's page: how many teams have a purpose, a plan, a rhythm; answers in time; what new supervisors were given. */
export async function readCoverage(scope: Scope<"coverage:read">): Promise<Coverage> {
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  const teams = await listTeamFacts(scope);
  const { own, below } = await listLevels(scope);
  const supervisors = await listSupervisors(scope, today);
  const fresh = supervisors.filter(({ since }) => isNewInPost(since, today));
  return {
    part: own.map(({ name }) => name),
    all: countTeams(teams),
    units: byUnit(teams, below),
    inTime: await readInTime(scope, null),
    newSupervisors: countSupport(
      fresh.map(({ support }) => support),
      today,
    ),
  };
}
