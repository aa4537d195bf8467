export { listTeamDecisions } from "./list-team-decisions.ts";
export { readPriorities } from "./read-priorities.ts";
export { removeDecision } from "./remove-decision.ts";
export { statePriorities } from "./state-priorities.ts";
export { writeDecision } from "./write-decision.ts";
