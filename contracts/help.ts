import { z } from "zod";

export const HELP_STATUSES = ["waiting", "answered", "withdrawn"] as const;
export const HelpStatus = z.enum(HELP_STATUSES);
export type HelpStatus = z.infer<typeof HelpStatus>;

/** The four answers, and what else happens to a request: the clock passes it up, or the team takes it back. */
export const HELP_STEPS = ["yes_by", "in_part", "no_because", "not_mine", "overdue", "withdrawn"] as const;
export const HelpStep = z.enum(HELP_STEPS);
export type HelpStep = z.infer<typeof HelpStep>;

export const MEASURE_KINDS = ["delivery_rating", "engagement_figure"] as const;
export const MeasureKind = z.enum(MEASURE_KINDS);
export type MeasureKind = z.infer<typeof MeasureKind>;
