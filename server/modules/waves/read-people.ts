import type { Scope } from "#server/kernel/scope.ts";
import { readRoster } from "./read-roster.ts";
import { invitedBy } from "./roster-rules.ts";

type TreeUnit = { id: string; parentId: string | null; kind: string; headcount: number | null };

/** People directly in each unit as they would be invited today; a team whose list is empty counts with its head count. */
export async function readPeople(scope: Scope, tree: readonly TreeUnit[]): Promise<Map<string, number>> {
  const nodes = tree.map((u) => ({ unitId: u.id, parentId: u.parentId }));
  const { roster } = await readRoster(scope, nodes);
  const counts = invitedBy(nodes, roster);
  return new Map(
    tree.map((u) => {
      const onList = counts.get(u.id) ?? 0;
      return [u.id, onList > 0 || u.kind !== "team" ? onList : (u.headcount ?? 0)];
    }),
  );
}
