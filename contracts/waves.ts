import { z } from "zod";

/** Life cycle of product.md, section 3. By hand (issue 1) a wave goes draft -> open -> sealed -> published. */
export const WAVE_STATUSES = ["draft", "confirming", "open", "closing", "sealed", "published", "withdrawn"] as const;
export const WaveStatus = z.enum(WAVE_STATUSES);
export type WaveStatus = z.infer<typeof WaveStatus>;

/** Where the team view's answers came from; "none" means assessments alone. */
export const WAVE_SOURCES = ["none", "import", "pulse"] as const;
export const WaveSource = z.enum(WAVE_SOURCES);
export type WaveSource = z.infer<typeof WaveSource>;

/** Smallest group shown, and the smallest for statements, notes, gaps and files (measurement.md, section 3). */
export const K_FLOOR = 5;
export const K2_FLOOR = 10;
