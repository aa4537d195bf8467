import { DPIA_TEMPLATE } from "./dpia-template.ts";
import type { Leaflet } from "./leaflet.ts";
import { PRIVACY_NOTICE } from "./privacy-notice.ts";
import { STAFF_QUESTIONS } from "./staff-questions.ts";

export const LEAFLETS = {
  privacy: PRIVACY_NOTICE,
  questions: STAFF_QUESTIONS,
  dpia: DPIA_TEMPLATE,
} as const satisfies Record<string, Leaflet>;

export type LeafletName = keyof typeof LEAFLETS;
