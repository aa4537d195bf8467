import type { Scope } from "#server/kernel/scope.ts";
import { listListed, listRunners } from "./pulse-queries.ts";
import { type Listed, type Placed, type RosterNode, rosterOf } from "./roster-rules.ts";

/** Who would be invited today over this tree (parents before children), and the lists that they stand on. */
export async function readRoster(
  scope: Scope,
  nodes: readonly RosterNode[],
): Promise<{ listed: Listed[]; roster: Placed[] }> {
  const [listed, runners] = await Promise.all([listListed(scope), listRunners(scope)]);
  const runs = new Map<string, Set<string>>();
  for (const { unitId, email } of runners) runs.set(unitId, (runs.get(unitId) ?? new Set()).add(email));
  return { listed, roster: rosterOf(listed, nodes, runs) };
}
