import { z } from "zod";

/** The quick test (product.md, section 4). U and C point to leadership, I and K to management. */
export const SIGNALS = ["U", "C", "I", "K"] as const;
export const Signal = z.enum(SIGNALS);
export type Signal = z.infer<typeof Signal>;

/** 0 no, 1 a little, 2 clearly, 3 severely; "yes" is 2 or more. */
export const SignalStrength = z.number().int().min(0).max(3);

/** "Is something happening?" Dated; they set a flag only when the supervisor says so. */
export const TEAM_EVENTS = [
  "new_policy",
  "budget_pressure",
  "new_priority",
  "growing_backlog",
  "service_harm",
] as const;
export const TeamEventKind = z.enum(TEAM_EVENTS);
export type TeamEventKind = z.infer<typeof TeamEventKind>;

/** The three flags of the call. */
export const FLAGS = ["change_rolled_out", "backlog_growing", "service_could_be_harmed"] as const;
export const Flag = z.enum(FLAGS);
export type Flag = z.infer<typeof Flag>;
