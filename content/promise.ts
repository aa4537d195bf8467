/** What the promise is about, as values. */
export type PromiseFacts = {
  /** When results appear at the earliest, as staff read it: "24 October 2026". */
  closesOn: string;
  k: number;
  deletesOn: string;
};

/** How long backups are kept (docs/operations.md). */
export const BACKUP_DAYS = 35;

/** The promise to staff, in the words that the receipt covers. A changed word is a changed receipt. */
export function promiseInWords({ closesOn, k, deletesOn }: PromiseFacts): string[] {
  return [
    "Nobody in your organisation sees your own answers: not your manager, not HR.",
    `Results appear after ${closesOn}, only for groups of ${k} or more. Smaller teams are counted with a larger group.`,
    "Results are never used for appraisal, discipline, pay or redundancy. Not answering has no consequence, and nobody gets a list of who answered.",
    `Answers are deleted on ${deletesOn}. Until backups expire ${BACKUP_DAYS} days after closing, a person with full access to the system who broke the rules might link an answer to you.`,
    "You cannot change your answers after sending.",
  ];
}
