import { z } from "zod";
import { InTime } from "./help.ts";

/** Teams of a part that have something in place, of all of them. Never of a person. */
const Counts = z.object({
  teams: z.number().int(),
  purposes: z.number().int(),
  plans: z.number().int(),
  /** One-to-ones and team reviews, both. */
  rhythms: z.number().int(),
});

export const CoverageRow = Counts.extend({ unitId: z.string(), name: z.string() });
export type CoverageRow = z.infer<typeof CoverageRow>;

export const Coverage = z.object({
  /** The reader's part, in words. */
  part: z.array(z.string()),
  all: Counts,
  /** The level below, in the order of the tree; teams that hang higher are counted in `all` alone. */
  units: z.array(CoverageRow),
  inTime: InTime.nullable(),
  /** Supervisors in their first twelve months, and how many of them have what they were promised. */
  newSupervisors: z.object({
    people: z.number().int(),
    mentors: z.number().int(),
    trainings: z.number().int(),
    checkIns: z.number().int(),
  }),
});
export type Coverage = z.infer<typeof Coverage>;
