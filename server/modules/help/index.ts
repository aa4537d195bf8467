export { answerHelp } from "./answer-help.ts";
export { askHelp } from "./ask-help.ts";
export { countWaiting } from "./count-waiting.ts";
export { listWaiting } from "./list-waiting.ts";
export { readInTime } from "./read-in-time.ts";
export { readTeamHelp } from "./read-team-help.ts";
export { runHelpClock } from "./run-help-clock.ts";
export { withdrawHelp } from "./withdraw-help.ts";
