import type { ImportLine, ImportView, RowErrorKind } from "#contracts/imports.ts";
import type { ImportStatus } from "#contracts/imports-status.ts";

export const STATUS_WORDS: Record<ImportStatus, string> = {
  receiving: "Not complete",
  uploaded: "Columns to be chosen",
  checking: "Being checked",
  checked: "Checked",
  applying: "Being imported",
  applied: "Imported",
  failed: "Could not be read",
  withdrawn: "Withdrawn",
  discarded: "Discarded",
  expired: "Deleted after 24 hours",
};

export const ERROR_WORDS: Record<RowErrorKind, string> = {
  wrong_width: "The row has more or fewer columns than the headings",
  empty_unit: "No unit",
  unknown_unit: "No unit of this organisation is called so",
  ambiguous_unit: "Several units are called so",
  wrong_parent: "The unit does not belong to this larger unit",
  empty_id: "No respondent id",
  duplicate_id: "This respondent id stands further up already",
  out_of_range: "Not one of the five grades",
};

export const number = (n: number): string => n.toLocaleString("en-GB");
export const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;

const WAITING: readonly ImportStatus[] = ["receiving", "uploaded", "checking", "checked", "applying"];

/** The first sentence of the list: what is there, and whether something waits. */
export function importsTitle(imports: readonly ImportLine[]): string {
  const waiting = imports.filter((i) => WAITING.includes(i.status)).length;
  if (waiting > 0) return `${counted(waiting, "file waits", "files wait")} to be imported`;
  const done = imports.filter((i) => i.status === "applied");
  if (done.length === 0) return "No past results have been imported";
  return done.length === 1 && done[0]?.label ? `“${done[0].label}” is imported` : "Past results are imported";
}

/** Which step of the line an import stands at. */
export function stepOf(view: ImportView, changing: boolean): "file" | "columns" | "check" | "import" | "done" {
  if (changing || view.status === "uploaded") return "columns";
  if (view.status === "checking" || view.status === "checked") return "check";
  if (view.status === "applying") return "import";
  return view.status === "applied" ? "done" : "file";
}

/** The page's finding. */
export function importTitle(view: ImportView, changing: boolean): string {
  const { check } = view.report;
  const label = view.label ? `“${view.label}”` : "The wave";
  if (changing) return `Which column of ${view.fileName} is which?`;
  switch (view.status) {
    case "receiving":
      return "The file has not arrived completely";
    case "uploaded":
      return `Which column of ${view.fileName} is which?`;
    case "checking":
      return `${view.fileName} is being checked`;
    case "checked":
      if (!check) return "The file has to be checked again";
      if (check.rowsWithErrors > 0) {
        return `${counted(check.rowsWithErrors, "row has an error", "rows have errors")}: nothing is imported`;
      }
      if (check.respondents === 0) return "There are no answers in this file";
      return `${label} can be imported: ${counted(check.respondents, "person", "people")} in ${counted(check.unitsMatched, "unit", "units")}`;
    case "applying":
      return `${label} is being imported`;
    case "applied":
      return appliedTitle(view, label);
    case "failed":
      return "This file could not be read";
    case "withdrawn":
      return `${label} was withdrawn`;
    case "discarded":
      return "This file was discarded";
    case "expired":
      return "This file was deleted after 24 hours";
  }
}

function appliedTitle(view: ImportView, label: string): string {
  if (view.outcome === "held_back") return `The results of ${label} are held back`;
  if (view.outcome === "publishing") return `${label} is stored; its results are being prepared`;
  return `${label} is imported: ${counted(view.respondents ?? 0, "person", "people")}`;
}

/** Asked again every second while something goes on by itself. */
export function isMoving(view: ImportView): boolean {
  return view.status === "checking" || view.status === "applying" || view.outcome === "publishing";
}
