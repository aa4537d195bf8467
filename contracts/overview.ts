import { z } from "zod";
import { HelpView } from "./help.ts";

/** What a leader's first page says besides results: since the last look, three sentences, questions to take along. */
export const Briefing = z.object({
  /** The day of the visit before, on another day; null at the first. */
  lastLook: z.iso.date().nullable(),
  /** What happened since then, in sentences; empty when nothing did, or at the first visit. */
  since: z.array(z.string()),
  /** Requests that only the reader can answer, oldest first: the first few, and how many. Null for somebody who leads nothing. */
  waiting: z.object({ count: z.number().int(), first: z.array(HelpView) }).nullable(),
  /** Participation and replies. */
  heard: z.string(),
  /** Counted delivery and harm. */
  safe: z.string(),
  /** Plans. */
  moving: z.string(),
  /** One for each unit of the level below, in the order of the tree: no order of worth. */
  visits: z.array(z.object({ unitId: z.string(), name: z.string(), question: z.string(), because: z.string() })),
});
export type Briefing = z.infer<typeof Briefing>;
