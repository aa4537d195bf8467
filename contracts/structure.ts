import { z } from "zod";
import { UnitKind, type WorkingPattern } from "./register.ts";

/** One line of the structure, however it came: a file, a results import, the demo. */
export type StructureRow = {
  code: string;
  name: string;
  /** `organisation` only for the row of the root itself, which can be renamed and nothing else. */
  kind: UnitKind;
  /** Null: directly below the organisation. */
  parentCode: string | null;
  supervisorEmail?: string | null;
  headcount?: number | null;
  workingPattern?: WorkingPattern | null;
};

/** What becomes of units that the file does not name: they stay as they are, or the file is the whole structure. */
export const STRUCTURE_EXTENTS = ["part", "whole"] as const;
export const StructureExtent = z.enum(STRUCTURE_EXTENTS);
export type StructureExtent = z.infer<typeof StructureExtent>;

export const STRUCTURE_COLUMNS = [
  "code",
  "name",
  "kind",
  "parent_code",
  "supervisor_email",
  "headcount",
  "working_pattern",
] as const;

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Over 40% of units leaving, or 5% of codes meaning another unit than before, needs a typed confirmation. */
export const LEAVING_LIMIT = 0.4;
export const SWAPPED_LIMIT = 0.05;
/** Lists on screen stop here; the counts are of all. */
export const LISTED_CHANGES = 500;
export const LISTED_ERRORS = 200;

export const StructureError = z.object({
  /** Line of the file, the header being 1; 0 for the file as a whole. */
  row: z.number().int(),
  column: z.string().nullable(),
  message: z.string(),
});
export type StructureError = z.infer<typeof StructureError>;

export const CHANGE_KINDS = ["created", "renamed", "moved", "closed", "edited", "supervisor"] as const;
export const StructureChange = z.object({
  change: z.enum(CHANGE_KINDS),
  code: z.string(),
  name: z.string(),
  kind: UnitKind,
  /** In words: the old name, the old parent, nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type StructureChange = z.infer<typeof StructureChange>;

const count = z.number().int().min(0);
export const StructureCounts = z.object({
  created: count,
  renamed: count,
  moved: count,
  closed: count,
  /** Head count or working pattern. */
  edited: count,
  supervisors: count,
  unchanged: count,
});
export type StructureCounts = z.infer<typeof StructureCounts>;

/** The file as read by the browser, in base64: the server alone decides what its bytes mean. */
export const StructureUpload = z.object({
  fileName: z.string().max(200),
  content: z.string().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 4, "The file must be smaller than 5 MB."),
  extent: StructureExtent,
});
export type StructureUpload = z.infer<typeof StructureUpload>;

export const StructurePreview = z.object({
  rows: count,
  layout: z.enum(["structure", "two-level"]),
  /** Columns that mean nothing here. */
  ignored: z.array(z.string()),
  counts: StructureCounts,
  changes: z.array(StructureChange),
  errors: z.array(StructureError),
  errorCount: count,
  /** Units before the change, the organisation itself left out. */
  before: count,
  swapped: count,
  /** What has to be typed before this can be applied; null when nothing unusual happens. */
  confirmation: z.string().nullable(),
  /** Of the file and of the structure as it stood: apply refuses when either has changed. */
  hash: z.string(),
});
export type StructurePreview = z.infer<typeof StructurePreview>;

export const ApplyStructure = StructureUpload.extend({
  hash: z.string().max(64),
  confirmation: z.string().max(200).nullable(),
});
export type ApplyStructure = z.infer<typeof ApplyStructure>;

export const AppliedStructure = z.object({ counts: StructureCounts });
export type AppliedStructure = z.infer<typeof AppliedStructure>;
