import { ImportOptions, type ImportView } from "#contracts/imports.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";

export type Scale = "1" | "0" | "words";

/** The form as it is typed: choices of columns as text, empty for "not in this file". */
export type ColumnsDraft = {
  label: string;
  closedOn: string;
  unit: string;
  unitBy: "code" | "name";
  parent: string;
  respondent: string;
  statements: string[];
  scale: Scale;
  words: string[];
  reversed: boolean;
  notApplicable: string;
};

const text = (column: number | null | undefined) => (column === null || column === undefined ? "" : String(column));
const column = (chosen: string) => (chosen === "" ? null : Number(chosen));

/** What was confirmed last, else what was guessed. */
export function draftOf({ options, report: { suggestion } }: ImportView): ColumnsDraft {
  const from = options ?? suggestion;
  const lowest = from?.lowest ?? 1;
  return {
    label: options?.label ?? "",
    closedOn: options?.closedOn ?? "",
    unit: text(from?.unit),
    unitBy: from?.unitBy ?? "code",
    parent: text(from?.parent),
    respondent: text(from?.respondent),
    statements: STATEMENT_CODES.map((_, i) => text(from?.statements[i])),
    scale: options?.words ? "words" : lowest === 0 ? "0" : "1",
    words: options?.words ?? ["", "", "", "", ""],
    reversed: options?.reversed ?? false,
    notApplicable: (options?.notApplicable ?? ["NA", "N/A", "X"]).join(", "),
  };
}

/** The same ids as the fields have, so that each message finds its own. */
export function readDraft(
  draft: ColumnsDraft,
): { options: ImportOptions; problems: null } | { options: null; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  if (draft.label.trim() === "") problems.label = "Enter a name for the wave";
  if (draft.closedOn === "") problems.closedOn = "Enter the day on which the wave closed";
  if (draft.unit === "") problems.unit = "Choose the column that says where a person works";
  if (draft.scale === "words" && draft.words.some((w) => w.trim() === "")) problems.words = "Enter all five words";
  const read = ImportOptions.safeParse({
    unit: column(draft.unit) ?? 0,
    unitBy: draft.unitBy,
    parent: column(draft.parent),
    respondent: column(draft.respondent),
    statements: draft.statements.map(column),
    lowest: draft.scale === "0" ? 0 : 1,
    words: draft.scale === "words" ? draft.words : null,
    reversed: draft.reversed,
    notApplicable: draft.notApplicable.split(",").flatMap((v) => v.trim() || []),
    label: draft.label,
    closedOn: draft.closedOn,
  });
  if (!read.success) {
    for (const issue of read.error.issues) problems[String(issue.path[0])] ??= issue.message;
  }
  return read.success && Object.keys(problems).length === 0
    ? { options: read.data, problems: null }
    : { options: null, problems };
}
