export { noteLook } from "./note-look.ts";
export { readBriefing } from "./read-briefing.ts";
export { bookMonthly, runMonthly } from "./run-monthly.ts";
export { writeMonthly } from "./write-monthly.ts";
