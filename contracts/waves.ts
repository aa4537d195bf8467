import { z } from "zod";

/** Life cycle of product.md, section 3. By hand (issue 1) a wave goes draft -> open -> sealed -> published. */
export const WAVE_STATUSES = ["draft", "confirming", "open", "closing", "sealed", "published", "withdrawn"] as const;
export const WaveStatus = z.enum(WAVE_STATUSES);
export type WaveStatus = z.infer<typeof WaveStatus>;

/** Where the team view's answers came from; "none" means assessments alone. */
export const WAVE_SOURCES = ["none", "import", "pulse"] as const;
export const WaveSource = z.enum(WAVE_SOURCES);
export type WaveSource = z.infer<typeof WaveSource>;

/** How often a wave is planned by itself. */
export const WAVE_CADENCES = ["by_hand", "monthly", "quarterly"] as const;
export const WaveCadence = z.enum(WAVE_CADENCES);
export type WaveCadence = z.infer<typeof WaveCadence>;

/** How many have answered, while a wave is open: nothing finer is ever shown before it closes. */
export const PARTICIPATION_BANDS = ["under_quarter", "under_half", "under_three_quarters", "most"] as const;
export const ParticipationBand = z.enum(PARTICIPATION_BANDS);
export type ParticipationBand = z.infer<typeof ParticipationBand>;

/** Smallest group shown; nobody lowers it (measurement.md, section 3). */
export const K_FLOOR = 5;

export const WaveRef = z.object({ waveId: z.uuid() });
export type WaveRef = z.infer<typeof WaveRef>;

export const PlanWave = z.object({
  label: z.string().trim().min(1, "Enter a name, for example Spring 2027.").max(80, "Use at most 80 characters."),
  /** The organisation's own smallest group when left out; it can be raised here, never lowered. */
  k: z
    .number("Enter a whole number.")
    .int("Enter a whole number.")
    .min(K_FLOOR, `Results are never shown for fewer than ${K_FLOOR} people.`)
    .max(100, "Enter 100 or less.")
    .optional(),
});
export type PlanWave = z.infer<typeof PlanWave>;

/** A wave as everybody in the organisation may see it. Dates are the organisation's own. */
export const WaveSummary = z.object({
  id: z.string(),
  label: z.string(),
  status: WaveStatus,
  source: WaveSource,
  k: z.number().int(),
  plannedOn: z.string(),
  openedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  /** Made-up answers, to see what will be seen. */
  rehearsal: z.boolean(),
});
export type WaveSummary = z.infer<typeof WaveSummary>;

export const ListWaves = z.object({ cursor: z.uuid().nullish() });
export type ListWaves = z.infer<typeof ListWaves>;

/** Waves still to close first, then the latest closed. */
export const WavePage = z.object({
  waves: z.array(WaveSummary),
  nextCursor: z.string().nullable(),
  /** The organisation's smallest group, which a new wave starts from. */
  k: z.number().int(),
});
export type WavePage = z.infer<typeof WavePage>;

/** How far the assessments are, as counts of teams: a part counts once its supervisor has closed it. */
export const WaveProgress = z.object({
  teams: z.number().int(),
  part1: z.number().int(),
  part2: z.number().int(),
  part3: z.number().int(),
});
export type WaveProgress = z.infer<typeof WaveProgress>;

/** What HR sees of one wave. `progress` is null before it opens and for an imported wave. */
export const WaveDetail = WaveSummary.extend({
  progress: WaveProgress.nullable(),
  /** How many teams the tree holds today, while it is not frozen yet. */
  teamsToday: z.number().int(),
  /** Another wave that is open now, which has to close before this one can open. */
  openNow: z.string().nullable(),
});
export type WaveDetail = z.infer<typeof WaveDetail>;
