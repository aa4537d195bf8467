import type { RiskCell } from "#contracts/results.ts";
import type { GapBand, OwnView } from "#contracts/results-pages.ts";
import { gapBand, roundHalfAway } from "#server/disclosure/formulas.ts";

/** Risk of one answer 1-5; null for blank and "does not apply". */
const riskOfAnswer = (answer: number | null) => (answer ? 100 - 25 * (answer - 1) : null);

export function ownView(
  answers: readonly (number | null)[],
  risks: { engagement: number; delivery: number } | null,
): OwnView {
  return {
    engagement: risks && roundHalfAway(risks.engagement),
    delivery: risks && roundHalfAway(risks.delivery),
    statements: answers.map(riskOfAnswer),
    answers: [...answers],
  };
}

/**
 * Supervisor beside team on one axis, in words. Only where the team's cell is published in the second pattern, and never
 * where it reads as a limit.
 */
export function gapOf(
  own: number | null,
  cell: RiskCell,
  team: { risk: number; n: number; inFiles: boolean } | null,
  s: number,
): GapBand | null {
  if (own === null || !team?.inFiles || cell.mark !== "value" || cell.limit !== null) return null;
  return gapBand(100 - own, 100 - team.risk, team.n, s);
}
