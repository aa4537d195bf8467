import { z } from "zod";

/** What an action does for people, and what it does for the work. */
export const LEAD_VERBS = ["purpose", "trust", "influence", "uncertainty"] as const;
export const MANAGE_VERBS = ["planning", "resources", "progress", "risk", "standards"] as const;
export const ActionVerb = z.enum([...LEAD_VERBS, ...MANAGE_VERBS]);
export type ActionVerb = z.infer<typeof ActionVerb>;
