import { CALL_SENTENCES, ORDER_REASONS, type OrderReason, RULE_DOES_NOT_DECIDE } from "#content/call-words.ts";
import type { Call, CallInput, LargerRisk, Lens } from "#contracts/calls.ts";
import type { Signal } from "#contracts/signals.ts";
import { pairedSe, Z95 } from "#server/disclosure/formulas.ts";

/**
 * The call: four signals, three flags and the larger risk in, one of six calls out. It is a table of 128 rows and three
 * columns (docs/the-call.md); the test holds that table, written out by hand.
 */

/** Goes up whenever a rule or a word of a call changes, so that an old call can say under which one it was made. */
export const RULE_VERSION = 1;

/** "Yes" is clearly or severely. */
const YES_FROM = 2;
export const isMarked = (strength: number): boolean => strength >= YES_FROM;

const SIDES: Record<Lens, readonly [Signal, Signal]> = { lead: ["U", "C"], manage: ["I", "K"] };
export const signalsOf = (lens: Lens): readonly Signal[] => SIDES[lens];

/** Whether the supervisor marked a need on this side. */
export function sideMarked(input: CallInput, lens: Lens): boolean {
  return SIDES[lens].some((signal) => isMarked(input.signals[signal]));
}

/** What decides which of two needs comes first; null when nothing does. */
export function orderReason({ flags, largerRisk }: Pick<CallInput, "flags" | "largerRisk">): OrderReason | null {
  const larger = largerRisk === "neither" ? null : largerRisk;
  if (flags.change_rolled_out && flags.backlog_growing)
    return flags.service_could_be_harmed ? "service_could_be_harmed" : larger;
  if (flags.change_rolled_out) return "change_rolled_out";
  if (flags.backlog_growing) return "backlog_growing";
  return larger;
}

const FIRST: Record<OrderReason, Call> = {
  change_rolled_out: "lead_then_manage",
  engagement: "lead_then_manage",
  backlog_growing: "manage_then_lead",
  service_could_be_harmed: "manage_then_lead",
  delivery: "manage_then_lead",
};

/** The call itself. Pure and total: every input has exactly one. */
export function callOf(input: CallInput): Call {
  const [lead, manage] = [sideMarked(input, "lead"), sideMarked(input, "manage")];
  if (!lead && !manage) return "keep_the_rhythm";
  if (!manage) return "lead";
  if (!lead) return "manage";
  const reason = orderReason(input);
  return reason === null ? "too_close_to_call" : FIRST[reason];
}

/** The side that comes first in a call; null where none does. */
export function firstSide(call: Call): Lens | null {
  if (call === "lead" || call === "lead_then_manage") return "lead";
  return call === "manage" || call === "manage_then_lead" ? "manage" : null;
}

/**
 * The call in one sentence, and what is to be said about the order of two needs: why this one, or that the rule does not
 * decide it.
 */
export function callWords(input: CallInput): { call: Call; sentence: string; order: string | null } {
  const call = callOf(input);
  const sentence = CALL_SENTENCES[call];
  if (call === "too_close_to_call") return { call, sentence, order: RULE_DOES_NOT_DECIDE };
  const sequence = call === "lead_then_manage" || call === "manage_then_lead";
  const reason = sequence ? orderReason(input) : null;
  return { call, sentence, order: reason && ORDER_REASONS[reason] };
}

/** Two risks of one source, unrounded, 0-100. */
type Risks = { engagement: number; delivery: number };

/** A team's published reading (first pattern), with what its wave says of spread. Points. */
export type TeamRisks = Risks & { n: number; sDirection: number; sDelivery: number; r: number | null };

/** From this difference on, the supervisor's own two risks say which is the larger. */
const ASSESSMENT_DIFFERENCE = 10;
/** Means of three to six answers are not exact in binary: 53.333 - 43.333 is ten. */
const TINY = 1e-9;

const sideOf = (difference: number): LargerRisk => (difference > 0 ? "engagement" : "delivery");

/**
 * The larger risk: from the team's published reading where the paired difference exceeds its 95% interval; else from the
 * assessment where the two differ by 10 or more; else neither (product notes, section 4).
 *
 * @param team null where the team's result is not shown
 * @param assessed the two risks that the supervisor saw, unrounded; null with too few answers
 */
export function largerRisk(
  team: TeamRisks | null,
  assessed: Risks | null,
): { side: LargerRisk; from: "team" | "assessment" | "nothing" } {
  if (team) {
    const difference = team.engagement - team.delivery;
    const limit = Z95 * pairedSe(team.sDirection, team.sDelivery, team.r, team.n);
    if (Math.abs(difference) > limit + TINY) return { side: sideOf(difference), from: "team" };
  }
  if (assessed) {
    const difference = assessed.engagement - assessed.delivery;
    if (Math.abs(difference) >= ASSESSMENT_DIFFERENCE - TINY) return { side: sideOf(difference), from: "assessment" };
  }
  return { side: "neither", from: "nothing" };
}
