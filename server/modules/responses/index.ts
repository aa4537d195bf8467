export { findDecisions } from "./find-decisions.ts";
export { invite, linksOf } from "./invite.ts";
export { parseLink } from "./link.ts";
export { openPulseForm } from "./open-pulse-form.ts";
export { sendPulse } from "./send-pulse.ts";
export { BLANK, type SealedBatch, storeSealed } from "./store-sealed.ts";
export { storeSealedNotes } from "./store-sealed-notes.ts";
export { askVault, giveToVault } from "./vault.ts";
