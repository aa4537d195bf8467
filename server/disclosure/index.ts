/** The only door from responses to numbers. */
export * from "./formulas.ts";
export { type Published, publishWave } from "./publish.ts";
export { deleteAnswers } from "./delete-answers.ts";
export { recordParticipation } from "./record-participation.ts";
export { clearDeadRows, discardPulse, sealPulse } from "./seal-wave.ts";
export { withdrawWave } from "./withdraw.ts";
