export { noteLook } from "./note-look.ts";
export { readBriefing } from "./read-briefing.ts";
