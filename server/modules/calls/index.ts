export { callFromAssessment } from "./call-from-assessment.ts";
export { checkTeam } from "./check-team.ts";
export { decideCall } from "./decide-call.ts";
export { readCall } from "./read-call.ts";
export { readCallsBelow } from "./read-calls-below.ts";
