import type { RiskCell, TrendPoint } from "#contracts/results.ts";

/** One side fell, and in the next wave the other began to slip: worth saying, and it may be chance. */

/** As for every alert: smaller groups move too much by themselves (measurement.md, section 2). */
export const LAG_ANSWERS = 50;

const rose = (cell: RiskCell) =>
  cell.mark === "value" && cell.change?.mark === "significant" && (cell.change.difference ?? 0) > 0;
const steady = (cell: RiskCell) => cell.mark === "value" && cell.change?.mark === "no_clear_change";

/** "spring" for "Spring 2026" where both waves are seasons of the same kind; else the label as it is. */
function inWave(label: string): string {
  const season = /^(Spring|Summer|Autumn|Winter) (\d{4}(?:\/\d{2})?)$/.exec(label);
  return season ? `in ${season[1]?.toLowerCase()} ${season[2]}` : `in ${label}`;
}

/**
 * The last time that one risk clearly rose and the other did so in the wave right after, not in the same one. Both orders
 * are read alike. Null where neither happened, where an answer is missing or fewer than fifty people gave one, and across
 * a reorganisation.
 *
 * @param points of one unit, oldest first
 */
export function lagSentence(points: readonly TrendPoint[]): string | null {
  for (let index = points.length - 1; index > 0; index--) {
    const [before, after] = [points[index - 1], points[index]];
    if (!before || !after || before.breakBefore || after.breakBefore) continue;
    if ((before.answers ?? 0) < LAG_ANSWERS || (after.answers ?? 0) < LAG_ANSWERS) continue;
    if (rose(before.engagement) && steady(before.delivery) && rose(after.delivery)) {
      return `Meaning fell ${inWave(before.label)}; work began to slip ${inWave(after.label)}. This can be chance.`;
    }
    if (rose(before.delivery) && steady(before.engagement) && rose(after.engagement)) {
      return `Work began to slip ${inWave(before.label)}; meaning fell ${inWave(after.label)}. This can be chance.`;
    }
  }
  return null;
}
