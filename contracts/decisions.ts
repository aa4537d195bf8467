import { z } from "zod";
import { PRIORITIES } from "./plans.ts";

const Place = z.object({ unitId: z.string(), name: z.string() });
const Words = (least: number, most: number, missing: string) =>
  z.string().trim().min(least, missing).max(most, `Use at most ${most} characters.`);

/** You said, we decided: read by the team, on its page and on the wall. No figures, no names. */
export const WriteDecision = z.object({
  teamId: z.uuid(),
  said: Words(1, 300, "Say what the team said."),
  decided: Words(1, 300, "Say what was decided."),
  decidedOn: z.iso.date("Enter a date."),
});
export type WriteDecision = z.infer<typeof WriteDecision>;

export const RemoveDecision = z.object({ decisionId: z.uuid() });
export type RemoveDecision = z.infer<typeof RemoveDecision>;

export const Decision = z.object({
  id: z.string(),
  said: z.string(),
  decided: z.string(),
  on: z.iso.date(),
  byName: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export const ReadDecisions = z.object({ teamId: z.uuid().optional() });
export type ReadDecisions = z.infer<typeof ReadDecisions>;

export const TeamDecisions = z.object({
  teams: z.array(Place),
  team: Place.nullable(),
  today: z.iso.date(),
  /** Newest first. */
  decisions: z.array(Decision),
  /** Where the team reads it, without an account; null without a team. */
  publicPath: z.string().nullable(),
});
export type TeamDecisions = z.infer<typeof TeamDecisions>;

/** What a unit's leader wants to hold to, in order. Empty lines are left out. */
export const StatePriorities = z.object({
  unitId: z.uuid(),
  priorities: z.array(z.string().trim().max(160, "Use at most 160 characters.")).max(PRIORITIES),
  /** The priorities as they were read, by id: somebody else's change is not overwritten by accident. */
  basedOn: z.array(z.uuid()).max(PRIORITIES),
});
export type StatePriorities = z.infer<typeof StatePriorities>;

export const Priority = z.object({
  id: z.string(),
  position: z.number().int(),
  words: z.string(),
  since: z.iso.date(),
  /** Live teams whose purpose names it. */
  teams: z.number().int(),
  firstTeams: z.array(Place),
});
export type Priority = z.infer<typeof Priority>;

export const UnitPriorities = z.object({
  unit: Place,
  /** A unit that the reader leads; the others lie below one. */
  own: z.boolean(),
  priorities: z.array(Priority),
});
export type UnitPriorities = z.infer<typeof UnitPriorities>;

export const PrioritiesPage = z.object({
  units: z.array(UnitPriorities),
  /** Live teams in the reader's part, and those without a purpose. */
  teams: z.number().int(),
  withoutPurpose: z.number().int(),
});
export type PrioritiesPage = z.infer<typeof PrioritiesPage>;
