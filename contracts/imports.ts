import { z } from "zod";
import { ImportStatus } from "./imports-status.ts";
import { STATEMENT_CODES, STATEMENTS_PER_AXIS } from "./statements.ts";

/** Bytes of a file as uploaded, and of one piece of it on the way. */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;
export const CHUNK_BYTES = 700_000;

export const StartUpload = z.object({
  fileName: z.string().trim().min(1, "Choose a file.").max(200),
  /** What the browser says; what arrives is counted again. */
  fileSize: z.number().int().min(0),
});
export type StartUpload = z.infer<typeof StartUpload>;

export const ImportId = z.object({ importId: z.uuid() });
export type ImportId = z.infer<typeof ImportId>;

/** Sending the same piece again changes nothing, so that a broken connection can be picked up. */
export const ReceiveChunk = ImportId.extend({
  position: z.number().int().min(0).max(200),
  base64: z
    .base64()
    .min(4)
    .max(Math.ceil(CHUNK_BYTES / 3) * 4),
});
export type ReceiveChunk = z.infer<typeof ReceiveChunk>;

/** How many pieces were sent: none may be missing. */
export const FinishUpload = ImportId.extend({ chunks: z.number().int().min(1).max(201) });
export type FinishUpload = z.infer<typeof FinishUpload>;

const Column = z.number().int().min(0).max(5000);
const IsoDate = z.iso.date("Enter a date.");

/** How the columns of a file are to be read. Columns are counted from 0; null is "not in this file". */
export const ImportOptions = z.object({
  unit: Column,
  unitBy: z.enum(["code", "name"]),
  parent: Column.nullable(),
  respondent: Column.nullable(),
  /** In the order of STATEMENT_CODES. */
  statements: z.array(Column.nullable()).length(STATEMENT_CODES.length),
  /** Five grades: whole numbers from `lowest` on, or these words from the first grade to the fifth. */
  lowest: z.number().int().min(-10).max(100),
  words: z.array(z.string().trim().min(1).max(80)).length(5).nullable(),
  /** True when the first grade is the best one. */
  reversed: z.boolean(),
  /** Values that mean "does not apply". */
  notApplicable: z.array(z.string().trim().min(1).max(40)).max(10),
  label: z.string().trim().min(1, "Enter a name for the wave.").max(80, "Use at most 80 characters."),
  closedOn: IsoDate,
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ChooseOptions = ImportId.extend({ options: ImportOptions });
export type ChooseOptions = z.infer<typeof ChooseOptions>;

/** A mapping file has the columns `statement` and `column`. */
export const ReadMapping = ImportId.extend({ text: z.string().max(100_000) });
export type ReadMapping = z.infer<typeof ReadMapping>;

export const MappingRead = z.object({
  statements: z.array(Column.nullable()).length(STATEMENT_CODES.length),
  /** In words, one for each row that does not fit. */
  problems: z.array(z.string()),
});
export type MappingRead = z.infer<typeof MappingRead>;

export const WithdrawImport = ImportId.extend({
  reason: z.string().trim().min(3, "Say why, in a few words.").max(300, "Use at most 300 characters."),
});
export type WithdrawImport = z.infer<typeof WithdrawImport>;

export const ListImports = z.object({ cursor: z.string().max(100).nullable().default(null) });
export type ListImports = z.infer<typeof ListImports>;

export const ROW_ERRORS = [
  "wrong_width",
  "empty_unit",
  "unknown_unit",
  "ambiguous_unit",
  "wrong_parent",
  "empty_id",
  "duplicate_id",
  "out_of_range",
] as const;
export const RowErrorKind = z.enum(ROW_ERRORS);
export type RowErrorKind = z.infer<typeof RowErrorKind>;

/** Where something is wrong, never what stands there. Row 1 is the row of headings. */
export const RowError = z.object({ row: z.number().int(), column: z.string().nullable(), kind: RowErrorKind });
export type RowError = z.infer<typeof RowError>;

export const FileFacts = z.object({
  compressed: z.boolean(),
  encoding: z.enum(["utf-8", "windows-1252"]),
  delimiter: z.enum([",", ";", "\t"]),
  headings: z.array(z.string()),
});
export type FileFacts = z.infer<typeof FileFacts>;

/** What a mapping is guessed to be; null where nothing fits. */
export const SuggestedMapping = z.object({
  unit: Column.nullable(),
  unitBy: z.enum(["code", "name"]),
  parent: Column.nullable(),
  respondent: Column.nullable(),
  statements: z.array(Column.nullable()).length(STATEMENT_CODES.length),
  lowest: z.number().int(),
});
export type SuggestedMapping = z.infer<typeof SuggestedMapping>;

/** What would be imported. Counts and places only. */
export const CheckReport = z.object({
  respondents: z.number().int(),
  /** Answered at least three of six statements on both axes: the others are kept but count nowhere. */
  counted: z.number().int(),
  unitsMatched: z.number().int(),
  unitsWithout: z.number().int(),
  /** Units with some answers but fewer than k. */
  unitsTooSmall: z.number().int(),
  k: z.number().int(),
  /** Twelve: how many people answered the statement. */
  answered: z.array(z.number().int()),
  errors: z.array(RowError),
  errorTotals: z.partialRecord(RowErrorKind, z.number().int()),
  rowsWithErrors: z.number().int(),
});
export type CheckReport = z.infer<typeof CheckReport>;

export const ImportReport = z.object({
  file: FileFacts.nullable().default(null),
  suggestion: SuggestedMapping.nullable().default(null),
  check: CheckReport.nullable().default(null),
  /** In words, when the file or the wave is the problem rather than a row. */
  problem: z.string().nullable().default(null),
  withdrawnBecause: z.string().nullable().default(null),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ImportLine = z.object({
  importId: z.uuid(),
  status: ImportStatus,
  fileName: z.string(),
  label: z.string().nullable(),
  /** ISO date in the organisation's zone. */
  createdOn: z.string(),
  /** Of what was checked; null before. */
  respondents: z.number().int().nullable(),
});
export type ImportLine = z.infer<typeof ImportLine>;

export const ImportPage = z.object({ imports: z.array(ImportLine), nextCursor: z.string().nullable() });
export type ImportPage = z.infer<typeof ImportPage>;

/** publishing: stored, the release is being made; held_back: its audit failed. */
export const WaveOutcome = z.enum(["publishing", "published", "held_back", "withdrawn"]);
export type WaveOutcome = z.infer<typeof WaveOutcome>;

export const ImportView = ImportLine.extend({
  fileSize: z.number().int(),
  progress: z.number().int(),
  options: ImportOptions.nullable(),
  report: ImportReport,
  waveId: z.uuid().nullable(),
  outcome: WaveOutcome.nullable(),
  /** The file itself is deleted on this day at the latest. */
  expiresOn: z.string(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Statements of one axis that a file must hold at least: fewer, and nobody's answers could count. */
export const FEWEST_STATEMENTS = STATEMENTS_PER_AXIS / 2;
