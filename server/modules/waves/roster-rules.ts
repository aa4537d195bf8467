/** Somebody on a list, as of the day the wave opens. */
export type Listed = {
  memberId: string;
  unitId: string;
  /** Null: answers by a printed code. */
  email: string | null;
  startsOn: string;
};

export type RosterNode = { unitId: string; parentId: string | null };

/** Where somebody's answer will count. */
export type Placed = { memberId: string; unitId: string };

/**
 * Who is invited, each person once, and in which unit the answer counts.
 *
 * - A supervisor answers in the team of their own manager, never in one they run: on the list of such a team they are
 *   counted directly in the nearest unit above that they do not run.
 * - The same address on several lists is one person: a list of a team they do not run goes first, then the longest
 *   standing one, then the order of the tree.
 * - Whoever is on the list of a unit that the wave did not freeze is left out.
 *
 * @param nodes the frozen tree, parents before children
 * @param supervisors addresses of the supervisors of each unit, in lower case
 */
export function rosterOf(
  listed: readonly Listed[],
  nodes: readonly RosterNode[],
  supervisors: ReadonlyMap<string, ReadonlySet<string>>,
): Placed[] {
  const order = new Map(nodes.map((node, index) => [node.unitId, index]));
  const parentOf = new Map(nodes.map((node) => [node.unitId, node.parentId]));
  const runs = (unitId: string, email: string | null) =>
    email !== null && (supervisors.get(unitId)?.has(email) ?? false);

  const counted = listed.flatMap((person) => {
    if (!order.has(person.unitId)) return [];
    let unitId = person.unitId;
    while (runs(unitId, person.email)) {
      const above = parentOf.get(unitId);
      // Whoever runs the whole organisation has nobody above: the answer counts at the top.
      if (!above) break;
      unitId = above;
    }
    return [{ ...person, countsIn: unitId, moved: unitId !== person.unitId }];
  });
  const position = (unitId: string) => order.get(unitId) ?? 0;
  counted.sort(
    (a, b) =>
      Number(a.moved) - Number(b.moved) ||
      (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0) ||
      position(a.countsIn) - position(b.countsIn) ||
      (a.memberId < b.memberId ? -1 : 1),
  );
  const seen = new Set<string>();
  const roster: Placed[] = [];
  for (const { memberId, email, countsIn } of counted) {
    if (email !== null) {
      if (seen.has(email)) continue;
      seen.add(email);
    }
    roster.push({ memberId, unitId: countsIn });
  }
  return roster;
}

/** How many are invited directly in each unit; a unit without anybody has 0. */
export function invitedBy(nodes: readonly RosterNode[], roster: readonly Placed[]): Map<string, number> {
  const counts = new Map(nodes.map((node) => [node.unitId, 0]));
  for (const { unitId } of roster) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
}
