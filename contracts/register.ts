import { z } from "zod";

export const UNIT_KINDS = ["organisation", "unit", "team"] as const;
export const UnitKind = z.enum(UNIT_KINDS);
export type UnitKind = z.infer<typeof UnitKind>;

export const UNIT_STATUSES = ["pending", "live", "closed"] as const;
export const UnitStatus = z.enum(UNIT_STATUSES);
export type UnitStatus = z.infer<typeof UnitStatus>;

export const WORKING_PATTERNS = ["site", "hybrid", "remote"] as const;
export const WorkingPattern = z.enum(WORKING_PATTERNS);
export type WorkingPattern = z.infer<typeof WorkingPattern>;
