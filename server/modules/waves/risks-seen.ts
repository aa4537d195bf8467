import { countResponse, riskOf } from "#server/disclosure/index.ts";

/**
 * The two risks that a supervisor saw, unrounded 0-100: mean of the answered statements per axis, when at least three of
 * six are answered on both. Null otherwise.
 *
 * @param answers twelve, in the order of STATEMENT_CODES
 */
export function risksSeen(answers: readonly (number | null)[] | null): { engagement: number; delivery: number } | null {
  const counted = answers ? countResponse(answers) : null;
  if (!counted) return null;
  const [direction, delivery] = counted.axes.map((sum) => riskOf({ n: 1, sum }));
  return direction == null || delivery == null ? null : { engagement: direction, delivery };
}
