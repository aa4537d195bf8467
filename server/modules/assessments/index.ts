export { closePart } from "./close-part.ts";
export { listDue } from "./list-due.ts";
export { openAssessment } from "./open-assessment.ts";
export { readAssessment } from "./read-assessment.ts";
export { type RecordedAssessment, recordAssessments } from "./record-assessments.ts";
export { saveAssessment } from "./save-assessment.ts";
export { saveNote } from "./save-note.ts";
