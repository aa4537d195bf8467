/** The only door from responses to numbers. */
export { type Certification, certifyWave } from "./certify.ts";
export * from "./formulas.ts";
export { clearNotes } from "./publish-notes.ts";
export { type Published, publishWave } from "./publish.ts";
export { deleteAnswers } from "./delete-answers.ts";
export { recordParticipation } from "./record-participation.ts";
export { clearDeadRows, discardPulse, sealPulse } from "./seal-wave.ts";
export { withdrawWave } from "./withdraw.ts";
