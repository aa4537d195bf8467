export { callFromAssessment } from "./call-from-assessment.ts";
export { checkTeam } from "./check-team.ts";
export { chooseTeam } from "./choose-team.ts";
export { decideCall } from "./decide-call.ts";
export { findHoldingCall } from "./find-holding-call.ts";
export { mustFindTeam } from "./queries.ts";
export { readCall } from "./read-call.ts";
export { readCallsBelow } from "./read-calls-below.ts";
