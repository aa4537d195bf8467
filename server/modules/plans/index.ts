export { isNewInPost } from "./detector-rules.ts";
export { priorityProblems } from "./rules.ts";
export { addWorkingDays, answeredInTime, answerProblems, DAYS_TO_ANSWER, workingDaysBetween } from "./clock-rules.ts";
