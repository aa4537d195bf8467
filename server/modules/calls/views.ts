import type { Call, CallBasis, CallForLine, CallView } from "#contracts/calls.ts";
import { makeCall } from "./make-call.ts";
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
export function holdsOf({ call, decided }: { call: Call; decided: CallView["decided"] }): Call {
  return decided?.choice ?? call;
}

/** For its supervisor, and for nobody else. */
export function callView(kept: KeptCall, today: string): CallView {
  const { callId, team, madeOn, basis, decided } = kept;
  const made = makeCall(basis);
  return {
    callId,
    team,
    madeOn,
    expiresOn: expiresOn(madeOn),
    expired: isExpired(madeOn, today),
    made,
    decided,
    holds: holdsOf({ call: made.call, decided }),
  };
}

/** For the line and HR. The caller leaves out teams under four people altogether. */
export function callForLine(kept: KeptCall, today: string): CallForLine {
  const { madeOn, expiresOn: until, expired, holds, made } = callView(kept, today);
  return { madeOn, expiresOn: until, expired, holds, decidedOtherwise: holds !== made.call };
}
