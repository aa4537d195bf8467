/** A figure over supervisors or facts exists for a unit from this many teams on (product notes, section 2). */
export const TEAMS_FOR_A_UNIT = 5;
/** Nothing of a smaller team is seen above its supervisor. */
export const PEOPLE_FOR_A_TEAM = 4;
/**
 * Figures of larger teams are known one by one, so a unit's mean gives the sum of its small teams away by subtraction.
 * Small teams are therefore added at the lowest unit where at least this many come together that no unit below counts.
 */
export const SMALL_TEAMS_TOGETHER = 3;

export type MeasuredNode = {
  unitId: string;
  parentId: string | null;
  isTeam: boolean;
  /** As frozen; a team of unknown size is treated as a small one. */
  headcount: number | null;
};

/** Risks 0-100, unrounded. Counted delivery has no engagement. */
export type Measured = { engagement: number | null; delivery: number };
export type Measure = Measured & { unitId: string; teams: number };

type Sum = { teams: number; engagement: number | null; delivery: number; waiting: Measured[] };

/**
 * What is stored of one view: a row for each team of four people or more, and for each unit whose figure rests on five
 * teams or more (plain mean over teams).
 *
 * @param nodes the frozen tree, parents before children
 * @param values by team id; a team without a value is not in it
 */
export function measuresOf(nodes: readonly MeasuredNode[], values: ReadonlyMap<string, Measured>): Measure[] {
  const sums = new Map<string, Sum>(
    nodes.map((n) => [n.unitId, { teams: 0, engagement: 0, delivery: 0, waiting: [] as Measured[] }]),
  );
  const rows: Measure[] = [];
  for (const node of [...nodes].reverse()) {
    const sum = sums.get(node.unitId);
    if (!sum) continue;
    if (node.isTeam) takeTeam(sum, node, values.get(node.unitId));
    else if (sum.waiting.length >= SMALL_TEAMS_TOGETHER && sum.teams + sum.waiting.length >= TEAMS_FOR_A_UNIT) {
      for (const value of sum.waiting.splice(0)) add(sum, value);
    }
    if (sum.teams >= (node.isTeam ? 1 : TEAMS_FOR_A_UNIT)) rows.push(toMeasure(node.unitId, sum));
    const parent = node.parentId === null ? undefined : sums.get(node.parentId);
    if (parent) merge(parent, sum);
  }
  return rows.reverse();
}

function takeTeam(sum: Sum, team: MeasuredNode, value: Measured | undefined): void {
  if (!value) return;
  if ((team.headcount ?? 0) >= PEOPLE_FOR_A_TEAM) add(sum, value);
  else sum.waiting.push(value);
}

function add(sum: Sum, value: Measured): void {
  sum.teams += 1;
  sum.delivery += value.delivery;
  sum.engagement = sum.engagement === null || value.engagement === null ? null : sum.engagement + value.engagement;
}

function merge(parent: Sum, child: Sum): void {
  parent.teams += child.teams;
  parent.delivery += child.delivery;
  parent.engagement =
    parent.engagement === null || child.engagement === null ? null : parent.engagement + child.engagement;
  parent.waiting.push(...child.waiting);
}

/** A mean of values within 0-100 may pass 100 by the last bit. */
const mean = (sum: number, teams: number) => Math.min(100, sum / teams);

function toMeasure(unitId: string, sum: Sum): Measure {
  return {
    unitId,
    teams: sum.teams,
    engagement: sum.engagement === null ? null : mean(sum.engagement, sum.teams),
    delivery: mean(sum.delivery, sum.teams),
  };
}
