import type { MeasureKind } from "#contracts/help.ts";
import { type MeasureFile, type MeasureScale, MeasureUpload } from "#contracts/measures.ts";

/** What the form holds while it is filled in. */
export type MeasureDraft = {
  unitColumn: string;
  valueColumn: string;
  /** Empty: one year for all rows. */
  yearColumn: string;
  year: string;
  kind: MeasureKind;
  title: string;
  scale: MeasureScale;
  source: string;
  licence: string;
};

const UNIT = /^(unit|team|dept|department|organisation|code|name)(_?(code|id|name))?$/i;
const YEAR = /^(year|jahr|period)$/i;

/** A first guess from the header; everything can be chosen otherwise. */
export function draftFor(columns: readonly string[], sample: readonly string[]): MeasureDraft {
  const unitColumn = columns.find((name) => UNIT.test(name)) ?? columns[0] ?? "";
  const yearColumn = columns.find((name) => YEAR.test(name)) ?? "";
  const isFigure = (name: string) => /^-?\d+([.,]\d+)?%?$/.test(sample[columns.indexOf(name)] ?? "");
  const valueColumn = columns.find((name) => name !== unitColumn && name !== yearColumn && isFigure(name)) ?? "";
  return {
    unitColumn,
    valueColumn,
    yearColumn,
    year: "",
    kind: "delivery_rating",
    title: "",
    scale: "%",
    source: "",
    licence: "",
  };
}

type Read = { upload: MeasureUpload } | { problems: Record<string, string> };

/** The draft as the server takes it, or what is wrong with it by field. */
export function readDraft(draft: MeasureDraft, file: MeasureFile): Read {
  const year = draft.year.trim() === "" ? null : Number(draft.year);
  const read = MeasureUpload.safeParse({
    ...draft,
    ...file,
    yearColumn: draft.yearColumn || null,
    year: draft.yearColumn ? null : year,
  });
  const problems = read.success
    ? {}
    : Object.fromEntries(read.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  if (!draft.yearColumn && year === null) problems.year = "Enter the year, or choose its column.";
  return read.success && Object.keys(problems).length === 0 ? { upload: read.data } : { problems };
}
