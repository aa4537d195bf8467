import { OPINION_WORDS } from "#content/call-words.ts";
import type { AxisOpinion, CallInput, Lens, NeedSeen, SecondOpinion } from "#contracts/calls.ts";
import { STATE_CUT } from "#contracts/results.ts";
import type { Reading } from "#server/disclosure/formulas.ts";
import { callOf, sideMarked } from "./rules.ts";

/**
 * What the team's published reading says about one need: the whole interval at 40 or more, the whole below, or neither.
 * Null where nothing is shown. From the unrounded reading, as the state is.
 */
export function needSeen(reading: Pick<Reading, "risk" | "nearLine"> | null): NeedSeen | null {
  if (!reading) return null;
  if (reading.nearLine) return "unclear";
  return reading.risk >= STATE_CUT ? "seen" : "not_seen";
}

/** The team's reading beside the call, per side. A quiet call with a need seen is headed "Look again". */
export function secondOpinion(
  input: CallInput,
  needs: { meaning: NeedSeen | null; structure: NeedSeen | null },
): SecondOpinion {
  const quiet = callOf(input) === "keep_the_rhythm";
  const anySeen = needs.meaning === "seen" || needs.structure === "seen";
  return {
    heading: quiet && anySeen ? "Look again" : "Second opinion",
    meaning: opinionOf("lead", sideMarked(input, "lead"), needs.meaning),
    structure: opinionOf("manage", sideMarked(input, "manage"), needs.structure),
  };
}

function opinionOf(lens: Lens, marked: boolean, need: NeedSeen | null): AxisOpinion {
  // An interval across the line says as little as no reading at all.
  if (need === null || need === "unclear") return { kind: "too_few", words: OPINION_WORDS.too_few };
  if (marked === (need === "seen")) return { kind: "agree", words: OPINION_WORDS.agree };
  return marked
    ? { kind: "only_you", words: OPINION_WORDS.only_you }
    : { kind: "team_sees_need", words: OPINION_WORDS.team_sees_need[lens] };
}
