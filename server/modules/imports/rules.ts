import { FEWEST_STATEMENTS, type ImportOptions } from "#contracts/imports.ts";
import type { ImportStatus } from "#contracts/imports-status.ts";
import { STATEMENT_CODES, STATEMENTS_PER_AXIS } from "#contracts/statements.ts";

/** What is wrong with a choice of columns and scale, by field; empty when nothing is. */
export function optionProblems(options: ImportOptions, headings: readonly string[]): Record<string, string> {
  const problems: Record<string, string> = {};
  const used = new Map<number, string>();
  const take = (field: string, column: number | null) => {
    if (column === null) return;
    if (column >= headings.length) problems[field] = "This column is not in the file.";
    else if (used.has(column)) problems[field] = "This column is chosen twice.";
    used.set(column, field);
  };
  take("unit", options.unit);
  take("parent", options.parent);
  take("respondent", options.respondent);
  STATEMENT_CODES.forEach((code, i) => {
    take(code, options.statements[i] ?? null);
  });
  for (const [axis, from] of [["direction", 0] as const, ["delivery", STATEMENTS_PER_AXIS] as const]) {
    const chosen = options.statements.slice(from, from + STATEMENTS_PER_AXIS).filter((c) => c !== null).length;
    if (chosen < FEWEST_STATEMENTS) {
      problems[STATEMENT_CODES[from]!] =
        `Choose columns for at least ${FEWEST_STATEMENTS} of the six ${axis} statements.`;
    }
  }
  const words = (options.words ?? []).map((w) => w.toLowerCase());
  if (new Set(words).size < words.length) problems.words = "The five words must differ from each other.";
  if (options.notApplicable.some((v) => words.includes(v.toLowerCase()))) {
    problems.notApplicable = "A word cannot be a grade and “does not apply” at once.";
  }
  return problems;
}

/** From which states a step may be taken; anything else is refused in words. */
export const STEPS = {
  receive: ["receiving"],
  finish: ["receiving"],
  choose: ["uploaded", "checked"],
  apply: ["checked"],
  discard: ["receiving", "uploaded", "checked", "failed"],
  withdraw: ["applied"],
} as const satisfies Record<string, readonly ImportStatus[]>;
export type Step = keyof typeof STEPS;

const WHY_NOT: Record<ImportStatus, string> = {
  receiving: "The file has not arrived completely yet.",
  uploaded: "Choose the columns and have the file checked first.",
  checking: "The file is being checked. Wait until that is done.",
  checked: "The file has been checked already.",
  applying: "The import is under way. It finishes by itself.",
  applied: "This import is done.",
  failed: "This file could not be read. Upload another one.",
  withdrawn: "This import has been withdrawn.",
  discarded: "This file has been discarded. Upload it again.",
  expired: "This file was deleted after 24 hours. Upload it again.",
};

/** Why a step cannot be taken now, or null when it can. */
export function stepRefusal(step: Step, status: ImportStatus): string | null {
  return (STEPS[step] as readonly ImportStatus[]).includes(status) ? null : WHY_NOT[status];
}

/** Nothing more happens to it by itself, and its file is gone. */
export function isOver(status: ImportStatus): boolean {
  return ["applied", "failed", "withdrawn", "discarded", "expired"].includes(status);
}

/** The name of a file without folders and control characters, as it is shown and booked. */
export function shownFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(/\p{C}/gu, "").trim();
  return (clean === "" ? "file" : clean).slice(0, 120);
}
