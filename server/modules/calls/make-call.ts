import type { CallBasis, MadeCall } from "#contracts/calls.ts";
import { counterfactualOf } from "./counterfactual.ts";
import { lacksMeans, reasonsFor } from "./reasons.ts";
import { callWords } from "./rules.ts";
import { secondOpinion } from "./second-opinion.ts";

/**
 * Everything that a call says, from what was known. Nothing else enters: the same basis, kept with the call and read back,
 * gives the same words, which is what replaying a timeline means.
 */
export function makeCall({ input, needs, statements, facts }: CallBasis): MadeCall {
  return {
    ...callWords(input),
    reasons: reasonsFor({ input, statements, facts }),
    counterfactual: counterfactualOf(input),
    secondOpinion: secondOpinion(input, needs),
    askForHelpFirst: lacksMeans(statements),
  };
}
