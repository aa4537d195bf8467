import { z } from "zod";
import { MeasureKind } from "./help.ts";

export const KIND_LABELS: Record<MeasureKind, string> = {
  delivery_rating: "Delivery rating",
  engagement_figure: "Engagement figure",
};

/** What a value is written as, with its ends. Each measure keeps its own scale: nothing is turned into a risk. */
export const MEASURE_SCALES = {
  "%": { least: 0, most: 100, label: "0 to 100 per cent" },
  "of 5": { least: 1, most: 5, label: "1 to 5" },
  "of 10": { least: 0, most: 10, label: "0 to 10" },
  "of 100": { least: 0, most: 100, label: "0 to 100" },
} as const;
export const MeasureScale = z.enum(Object.keys(MEASURE_SCALES) as [keyof typeof MEASURE_SCALES]);
export type MeasureScale = z.infer<typeof MeasureScale>;

export const MEASURE_FILE_BYTES = 2_000_000;
export const MEASURE_ROWS = 5000;
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

const Words = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `Use at most ${most} characters.`);

export const MeasureFile = z.object({
  fileName: Words(200, "Choose a file."),
  /** The bytes of a CSV, in base 64. */
  content: z.base64().max(Math.ceil((MEASURE_FILE_BYTES * 4) / 3) + 4, "The file must be smaller than 2 MB."),
});
export type MeasureFile = z.infer<typeof MeasureFile>;

export const MeasureColumns = z.object({
  columns: z.array(z.string()),
  /** Of the first row below the header, in the same order. */
  sample: z.array(z.string()),
  problem: z.string().nullable(),
});
export type MeasureColumns = z.infer<typeof MeasureColumns>;

export const MeasureUpload = MeasureFile.extend({
  /** Codes or names of units. */
  unitColumn: Words(200, "Choose the column that names the unit."),
  valueColumn: Words(200, "Choose the column with the value."),
  /** Null where all rows are of one year. */
  yearColumn: z.string().max(200).nullable(),
  year: z
    .number("Enter a year.")
    .int("Enter a year.")
    .min(FIRST_YEAR, `Enter ${FIRST_YEAR} or later.`)
    .max(LAST_YEAR, `Enter ${LAST_YEAR} or earlier.`)
    .nullable(),
  kind: MeasureKind,
  title: Words(120, "Say what it is called."),
  scale: MeasureScale,
  source: Words(300, "Say where the figures come from."),
  licence: Words(200, "Say under which licence they may be shown."),
});
export type MeasureUpload = z.infer<typeof MeasureUpload>;

export const MeasureRow = z.object({
  unitId: z.string(),
  name: z.string(),
  year: z.number().int(),
  value: z.number(),
  /** As it is kept now; null when it is new. */
  was: z.number().nullable(),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

/** What an import would do. Nothing has been stored. */
export const MeasureCheck = z.object({
  rows: z.array(MeasureRow),
  /** Rows of the file whose value is empty. */
  empty: z.number().int(),
  /** What names no live unit, as it stands in the file. */
  unknown: z.array(z.string()),
  problems: z.array(z.object({ row: z.number().int(), message: z.string() })),
  /** Of what was found: applying asks for the same again. */
  hash: z.string(),
});
export type MeasureCheck = z.infer<typeof MeasureCheck>;

export const ApplyMeasure = MeasureUpload.extend({ hash: z.string().length(64) });
export type ApplyMeasure = z.infer<typeof ApplyMeasure>;

export const AppliedMeasure = z.object({ title: z.string(), rows: z.number().int() });
export type AppliedMeasure = z.infer<typeof AppliedMeasure>;

export const RemoveMeasure = z.object({ title: z.string().max(120) });
export type RemoveMeasure = z.infer<typeof RemoveMeasure>;

/** Another measure, beside Bearing's results and never in them. */
export const Measure = z.object({
  title: z.string(),
  kind: MeasureKind,
  scale: MeasureScale,
  source: z.string(),
  licence: z.string(),
  /** Oldest first. */
  years: z.array(z.number().int()),
  /** In the reader's part, by name. */
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      /** In the order of `years`; null where there is none. */
      values: z.array(z.number().nullable()),
    }),
  ),
});
export type Measure = z.infer<typeof Measure>;

export const MeasuresPage = z.object({ measures: z.array(Measure) });
export type MeasuresPage = z.infer<typeof MeasuresPage>;
