import type { ParticipationBand } from "#contracts/waves.ts";

/** A band stands for this many invited people or more: a quarter of them is five. */
export const PEOPLE_FOR_A_BAND = 20;

export type InvitedNode = {
  unitId: string;
  parentId: string | null;
  /** Directly here. */
  invited: number;
  answered: number;
};

/**
 * How many have answered while a wave is open, in four coarse bands. Only for units that do not hold one another: the
 * topmost ones below the organisation with twenty invited people or more, or the organisation itself where there is none.
 * So every person stands in one band at most and no band can be taken from another.
 *
 * @param nodes the frozen tree, parents before children
 */
export function participationBands(nodes: readonly InvitedNode[]): { unitId: string; band: ParticipationBand }[] {
  const sums = new Map(nodes.map((node) => [node.unitId, { invited: node.invited, answered: node.answered }]));
  for (const { unitId, parentId } of [...nodes].reverse()) {
    const [own, above] = [sums.get(unitId), sums.get(parentId ?? "")];
    if (!own || !above) continue;
    above.invited += own.invited;
    above.answered += own.answered;
  }
  const root = nodes.find((node) => node.parentId === null);
  if (!root) return [];
  const large = (unitId: string) => (sums.get(unitId)?.invited ?? 0) >= PEOPLE_FOR_A_BAND;
  const below = nodes.filter((node) => node.parentId === root.unitId && large(node.unitId));
  const shown = below.length > 0 ? below : [root].filter((node) => large(node.unitId));
  return shown.map(({ unitId }) => ({ unitId, band: bandOf(sums.get(unitId) ?? { invited: 1, answered: 0 }) }));
}

function bandOf({ invited, answered }: { invited: number; answered: number }): ParticipationBand {
  const share = answered / invited;
  if (share < 0.25) return "under_quarter";
  if (share < 0.5) return "under_half";
  return share < 0.75 ? "under_three_quarters" : "most";
}
