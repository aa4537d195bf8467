import { eq } from "drizzle-orm";
import type { ReadCost } from "#contracts/wave-plans.ts";
import type { CostOfK } from "#contracts/wave-views.ts";
import { K_FLOOR } from "#contracts/waves.ts";
import { organisationSetting } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readLiveTree } from "./freeze-tree.ts";
import { listListed } from "./pulse-queries.ts";
import { mustFindWave } from "./queries.ts";
import { readPeople } from "./read-people.ts";
import { settledGroups } from "./launch-queries.ts";
import { costOfK, proposals, type Sized, tooSmall, withGroups } from "./together-rules.ts";

const HIGHEST = 20;
const LISTED = 100;

/**
 * What each smallest group would cost on today's lists, which teams are too small, and which could report together. A team
 * whose list is empty counts with its head count. Counts of people on lists, never of answers.
 *
 * @throws not_found
 */
export async function readCost(scope: Scope<"wave:run">, input: ReadCost): Promise<CostOfK> {
  const wave = input.waveId === null ? null : await mustFindWave(scope, input.waveId);
  const [setting] = await scope.tx
    .select({ k: organisationSetting.k })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id));
  const lowest = setting?.k ?? K_FLOOR;
  const { tree } = withGroups(await readLiveTree(scope), wave ? await settledGroups(scope, wave.id) : []);
  const people = await readPeople(scope, tree);
  const units = tree.map(
    (u): Sized => ({
      unitId: u.id,
      parentId: u.parentId,
      name: u.name,
      isTeam: u.kind === "team",
      people: people.get(u.id) ?? 0,
    }),
  );
  const nameOf = new Map(units.map((u) => [u.unitId, u.name]));
  const k = Math.max(wave?.k ?? lowest, lowest);
  const small = tooSmall(units, k);
  const ks = Array.from({ length: Math.max(HIGHEST, k) - lowest + 1 }, (_, i) => lowest + i);
  return {
    teams: units.filter((u) => u.isTeam).length,
    people: units.reduce((sum, u) => sum + u.people, 0),
    fromLists: (await listListed(scope)).length > 0,
    costs: costOfK(units, ks),
    small: small.slice(0, LISTED).map((t) => ({
      unitId: t.unitId,
      name: t.name,
      parentId: t.parentId,
      parentName: nameOf.get(t.parentId ?? "") ?? "",
    })),
    smallCount: small.length,
    proposals: proposals(units, k)
      .slice(0, LISTED)
      .map(({ parentId, teams }) => ({
        parentName: nameOf.get(parentId) ?? "",
        teams: teams.map(({ unitId, name }) => ({ unitId, name })),
      })),
  };
}
