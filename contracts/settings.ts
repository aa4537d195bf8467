import { z } from "zod";
import { K_FLOOR } from "./waves.ts";

/** A registered team is live at once, or after HR's yes. */
export const TEAM_REGISTRATIONS = ["approve", "live"] as const;
/** A higher k hides more; above this nearly everything would be. */
export const K_CEILING = 50;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What an organisation has decided for itself. */
export const Settings = z.object({
  teamRegistration: z.enum(TEAM_REGISTRATIONS, "Choose one."),
  /** IANA name. Dates of placements and roles are the organisation's own. */
  zone: z
    .string()
    .max(60)
    .refine((zone) => /^[A-Z]/.test(zone) && isZone(zone), "Choose a time zone from the list."),
  /** Shown on the no-access page after "Ask". */
  hrContact: z.string().trim().min(1, "Say whom to ask.").max(120, "Use at most 120 characters."),
  k: z
    .number("Enter a whole number.")
    .int("Enter a whole number.")
    .min(K_FLOOR, `Enter ${K_FLOOR} or more. Smaller groups are never shown.`)
    .max(K_CEILING, `Enter at most ${K_CEILING}.`),
});
export type Settings = z.infer<typeof Settings>;
