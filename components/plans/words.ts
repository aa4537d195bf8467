import type { Lens } from "#contracts/calls.ts";
import type { ActionOutcome, ActionVerb } from "#contracts/plans.ts";

/** The tag of an action, by its side. */
export const SIDE_WORDS: Record<Lens, string> = { lead: "Lead: meaning", manage: "Manage: structure" };

export const VERB_WORDS: Record<ActionVerb, string> = {
  purpose: "Purpose",
  trust: "Trust",
  influence: "Influence",
  uncertainty: "Uncertainty",
  planning: "Planning",
  resources: "Resources",
  progress: "Progress",
  risk: "Risk",
  standards: "Standards",
};

export const OUTCOME_WORDS: Record<ActionOutcome, { choose: string; done: string }> = {
  kept: { choose: "Keep it: it goes on as it is", done: "Kept" },
  changed: { choose: "Change it: it goes on differently", done: "Changed" },
  stopped: { choose: "Stop it: it ends here", done: "Stopped" },
};

/** The finding of the two waiting lists: the longest silence first, then decisions. */
export function waitingTitle(longest: string | null, decisions: number): string {
  const waits = decisions === 1 ? "One decision waits for you" : `${decisions} decisions wait for you`;
  if (longest === null) return decisions === 0 ? "Nothing is waiting" : waits;
  return decisions === 0 ? `Longest without a word: ${longest}` : `Longest without a word: ${longest}. ${waits}`;
}
