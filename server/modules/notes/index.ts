export { listNotes } from "./list-notes.ts";
export { redactNote } from "./redact-note.ts";
