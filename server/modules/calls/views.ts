import { TEAM_ORDER_WORDS } from "#content/call-words.ts";
import type { Call, CallBasis, CallForLine, CallView, TeamSide } from "#contracts/calls.ts";
import { makeCall } from "./make-call.ts";
import { orderReason } from "./rules.ts";
import { expiresOn, isExpired } from "./timeline-rules.ts";

/** A call as it was made and decided; dates are days in the organisation's zone. */
export type KeptCall = {
  callId: string;
  team: { id: string; name: string };
  madeOn: string;
  basis: CallBasis;
  decided: CallView["decided"];
};

/** What holds: the supervisor's choice where there is one, else what the rule says. */
function holdsOf({ call, decided }: { call: Call; decided: CallView["decided"] }): Call {
  return decided?.choice ?? call;
}

/**
 * For its supervisor, and for nobody else. What the team said is left out where it may not be read today, also where it
 * had set the order of two needs.
 */
export function callView(kept: KeptCall, today: string, teamSide: TeamSide): CallView {
  const { callId, team, madeOn, basis, decided } = kept;
  const hidden = teamSide === "locked" || teamSide === "withdrawn" ? teamSide : null;
  const made = makeCall(hidden ? { ...basis, needs: { meaning: null, structure: null }, statements: [] } : basis);
  const order = hidden && made.order && decidedByTeam(basis) ? TEAM_ORDER_WORDS[hidden] : made.order;
  return {
    callId,
    team,
    madeOn,
    expiresOn: expiresOn(madeOn),
    expired: isExpired(madeOn, today),
    made: { ...made, order },
    teamSide,
    decided,
    holds: holdsOf({ call: made.call, decided }),
  };
}

function decidedByTeam({ input, largerRiskFrom }: CallBasis): boolean {
  const reason = orderReason(input);
  return largerRiskFrom === "team" && (reason === "engagement" || reason === "delivery");
}

/** Whether the team's side of a call may be read today. */
export function teamSideOf(basis: CallBasis, locked: boolean, published: ReadonlySet<string>): TeamSide {
  if (locked) return "locked";
  if (basis.waveId === null) return "none";
  return published.has(basis.waveId) ? "shown" : "withdrawn";
}

/** For the line and HR, from the row that they may read. The caller leaves out teams under four people altogether. */
export function callForLine(
  { madeOn, call, choice }: { madeOn: string; call: Call; choice: Call | null },
  today: string,
): CallForLine {
  const holds = choice ?? call;
  return {
    madeOn,
    expiresOn: expiresOn(madeOn),
    expired: isExpired(madeOn, today),
    holds,
    decidedOtherwise: holds !== call,
  };
}
