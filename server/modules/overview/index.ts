export { noteLook } from "./note-look.ts";
export { readBriefing } from "./read-briefing.ts";
export { bookMissingMonthly, bookMonthly, runMonthly } from "./run-monthly.ts";
export { writeMonthly } from "./write-monthly.ts";
