import { STATE_CUT, StateName } from "#contracts/results.ts";

/**
 * The state of a unit from the *unrounded* point estimates of its two risks: 39.6 prints as 40 and is still below the cut
 * (the figures of docs/disclosure.md, 204 / 27 / 2 of 233, need that). Such a unit is near the line and says so.
 */
export function stateOf(engagementRisk: number, deliveryRisk: number): StateName {
  if (engagementRisk < STATE_CUT) return deliveryRisk < STATE_CUT ? "steady" : "inspired_but_unreliable";
  return deliveryRisk < STATE_CUT ? "busy_but_unsure" : "drifting";
}

/** "near the line on ..." after the name of a state; null when neither interval crosses the cut. */
export function nearLineWords(engagementNear: boolean, deliveryNear: boolean): string | null {
  if (engagementNear && deliveryNear) return "near the line on meaning and structure";
  if (engagementNear) return "near the line on meaning";
  return deliveryNear ? "near the line on structure" : null;
}

/** What one may be seeing in each state: a prompt for a conversation, never a finding. */
export const MAY_BE_SEEING: Record<StateName, readonly string[]> = {
  steady: [
    "People can say what the team is for and what matters most",
    "Work is done on time, whoever does it",
    "Changes are talked about before they arrive",
  ],
  inspired_but_unreliable: [
    "Energy and ideas, but missed deadlines",
    "The same job done to different standards",
    "Things lost when work is passed on",
    "Jobs without a named owner",
  ],
  busy_but_unsure: [
    "Work gets done, but people ask what it is for",
    "Priorities that change or compete",
    "Reasons that are not believed",
    "Little appetite for the change that is coming",
  ],
  drifting: [
    "People are not sure what comes first, and dates slip",
    "Avoidable errors and rework",
    "Low energy for change, and stalled changes",
    "Nobody sure who decides",
  ],
};

/** Above this share of one state, page and quadrant compare with the organisation instead. */
const SHARED_STATE = 0.8;

/** True when over 80% of the visible rows with a state share it. */
export function comparesWithOrganisation(states: readonly (StateName | null)[]): boolean {
  const known = states.filter((s) => s !== null);
  return StateName.options.some((name) => known.filter((s) => s === name).length > SHARED_STATE * known.length);
}

/** Reliability of a lean from which opinions may name the side, and from which they may with "probably". */
export const LEAN_NAMES = 0.7;
export const LEAN_PROBABLY = 0.5;

/**
 * What opinions can say about the side, in words only: no number, sort key or colour is ever made of it.
 * @param reliability meanReliability(leanIcc1, n) of the wave; null when the wave has none.
 * @param lean delivery risk minus engagement risk, unrounded; positive is shorter of structure.
 */
export function leanWords(reliability: number | null, n: number, lean: number): string {
  if (reliability === null || reliability < LEAN_PROBABLY) {
    const answers = n === 1 ? "1 answer" : `${n} answers`;
    return `With ${answers}, opinions cannot say which side. Look at counted delivery and the quick test.`;
  }
  if (Math.abs(lean) < 0.5) return "Opinions lean to neither side.";
  const side = lean > 0 ? "shorter of structure than of meaning" : "shorter of meaning than of structure";
  return reliability >= LEAN_NAMES ? `${side.charAt(0).toUpperCase()}${side.slice(1)}.` : `Probably ${side}.`;
}
