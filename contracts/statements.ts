import { z } from "zod";

/**
 * The twelve statements (product.md, section 3): six of direction, asked on agreement, six of delivery, asked on
 * frequency. The array order is the storage order of every sum and answer row.
 */
export const STATEMENT_CODES = ["D1", "D2", "D3", "D4", "D5", "D6", "E1", "E2", "E3", "E4", "E5", "E6"] as const;
export const StatementCode = z.enum(STATEMENT_CODES);
export type StatementCode = z.infer<typeof StatementCode>;

export const AXES = ["direction", "delivery"] as const;
export const Axis = z.enum(AXES);
export type Axis = z.infer<typeof Axis>;

export const STATEMENTS_PER_AXIS = 6;

/** Which axis a statement belongs to: D1-D6 are direction, E1-E6 delivery. */
export function axisOf(code: StatementCode): Axis {
  return code.startsWith("D") ? "direction" : "delivery";
}

/** Where a statement stands on the respondent's page: agreement, frequency, the one extra, HR's own. */
export const STATEMENT_PARTS = ["agreement", "frequency", "extra", "local"] as const;
export const StatementPart = z.enum(STATEMENT_PARTS);
export type StatementPart = z.infer<typeof StatementPart>;
