import { FOLLOW_UP_WORDS } from "#content/plan-words.ts";
import type { Call } from "#contracts/calls.ts";
import { addDays } from "#contracts/dates.ts";
import type { FollowUp, FollowUpVerdict } from "#contracts/plans.ts";
import type { ChangeMark } from "#contracts/results.ts";
import type { Axis } from "#contracts/statements.ts";
import { changeMark, comparisonSe, roundHalfAway, Z95 } from "#server/disclosure/formulas.ts";

/**
 * The axis that a call aims at: of two needs the first, so that a call is judged once and not twice. Null for a call that
 * aims at nothing.
 */
export function aimedAxis(call: Call): Axis | null {
  if (call === "lead" || call === "lead_then_manage") return "direction";
  return call === "manage" || call === "manage_then_lead" ? "delivery" : null;
}

/** One published reading of the aimed axis: unrounded risk, answers, and its wave's s of that axis. */
export type AimedReading = { risk: number; n: number; s: number };

/**
 * "Was the call right?": the aimed axis at the wave before the call and at the one after it, by the mark that every change
 * in the product has (two-sided 95%, ten answers on both sides). It never says that the action was the cause.
 *
 * @param before, after null where the team's result is not shown
 * @returns null for a call that aims at nothing
 */
export function wasTheCallRight(call: Call, before: AimedReading | null, after: AimedReading | null): FollowUp | null {
  const axis = aimedAxis(call);
  if (axis === null) return null;
  if (!before || !after) return toFollowUp(axis, "too_few_answers", null);
  const difference = after.risk - before.risk;
  const mark = changeMark({ kind: "axis", difference, n1: after.n, n2: before.n, s1: after.s, s2: before.s });
  if (mark === "not_tested") return toFollowUp(axis, "too_few_answers", null);
  const half = Z95 * comparisonSe(after.s, after.n, before.n, before.s);
  return toFollowUp(axis, verdictOf(mark, difference), {
    points: roundHalfAway(difference),
    low: roundHalfAway(difference - half),
    high: roundHalfAway(difference + half),
  });
}

function verdictOf(mark: ChangeMark, difference: number): FollowUpVerdict {
  if (mark !== "significant") return "no_clear_change";
  return difference < 0 ? "improved" : "worse";
}

const toFollowUp = (axis: Axis, verdict: FollowUpVerdict, change: FollowUp["change"]): FollowUp => ({
  axis,
  verdict,
  words: FOLLOW_UP_WORDS[verdict],
  change,
});

/** A call is looked at again at the next wave, or after so many weeks without one. */
const FOLLOW_UP_WEEKS = 6;

/** @param publishedOn days on which results of the team were published */
export function isFollowUpDue(madeOn: string, publishedOn: readonly string[], today: string): boolean {
  return publishedOn.some((day) => day > madeOn && day <= today) || today >= addDays(madeOn, 7 * FOLLOW_UP_WEEKS);
}

/** A published wave of a team, oldest first in a list: when people began to answer, and what was read. */
export type PastWave = {
  waveId: string;
  label: string;
  askedAt: Date;
  read: { n: number; engagement: number; delivery: number; sDirection: number; sDelivery: number } | null;
};

/**
 * The two waves that a call is judged by: the last that people began to answer before it was made, and the first after. The
 * wave in whose assessment it was made counts as before: its answers cannot know of the call.
 */
export function wavesAround<W extends PastWave>(
  call: { madeAt: Date; waveId: string | null },
  waves: readonly W[],
): { before: W | null; after: W | null } {
  const isAfter = (wave: W) => wave.waveId !== call.waveId && wave.askedAt > call.madeAt;
  const first = waves.findIndex(isAfter);
  return {
    before: waves[first < 0 ? waves.length - 1 : first - 1] ?? null,
    after: first < 0 ? null : (waves[first] ?? null),
  };
}
