import { z } from "zod";
import { LEAD_VERBS, MANAGE_VERBS } from "#contracts/plans.ts";

/**
 * One written action. Both sides have the same shape, so that neither reads as the better one: a lead action says a
 * sentence first and names where it leads; a manage action makes a check first and names the quality that it protects.
 */
const line = (max: number) => z.string().trim().min(10).max(max);

const Common = z.object({
  /** Kept in plans for good: an id is never given to another action. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)+$/),
  title: line(60),
  /** When to use it. */
  when: line(160),
  steps: z.array(line(120)).length(3),
  /** How long it usually takes until it can be reviewed. */
  weeks: z.number().int().min(1).max(8),
});

export const LeadAction = Common.extend({
  side: z.literal("lead"),
  verb: z.enum(LEAD_VERBS),
  /** The first sentence to say. */
  first: line(170),
  destination: line(110),
}).strict();

export const ManageAction = Common.extend({
  side: z.literal("manage"),
  verb: z.enum(MANAGE_VERBS),
  /** The first check to make. */
  first: line(170),
  protects: line(110),
}).strict();

export const LibraryAction = z.discriminatedUnion("side", [LeadAction, ManageAction]);
export type LibraryAction = z.infer<typeof LibraryAction>;
export type LeadAction = z.infer<typeof LeadAction>;
export type ManageAction = z.infer<typeof ManageAction>;
