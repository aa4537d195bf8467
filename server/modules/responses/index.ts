export { BLANK, type SealedBatch, storeSealed } from "./store-sealed.ts";
