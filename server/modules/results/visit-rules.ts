import { OPEN_QUESTION, STATE_QUESTIONS, STATEMENT_QUESTIONS } from "#content/visit-questions.ts";
import { STATEMENTS } from "#content/statements.ts";
import type { VisitQuestion } from "#contracts/results-pages.ts";
import { type ResultRow, STATE_LABELS } from "#contracts/results.ts";

/**
 * The question for the next visit: of the statement with the highest risk where statements are shown (the first of equal
 * ones), else of the state, else an open one.
 */
export function visitQuestion(row: ResultRow | null): VisitQuestion {
  const shown = (row?.statements ?? []).flatMap(({ code, cell }) =>
    cell.mark === "value" ? [{ code, risk: cell.risk }] : [],
  );
  const weakest = shown.reduce<(typeof shown)[number] | null>((a, b) => (a && a.risk >= b.risk ? a : b), null);
  if (weakest) {
    return {
      question: STATEMENT_QUESTIONS[weakest.code],
      because: `The highest risk of the twelve statements: “${STATEMENTS[weakest.code].member}” (${weakest.risk}).`,
    };
  }
  if (row?.state) {
    return { question: STATE_QUESTIONS[row.state], because: `Drawn from the state: ${STATE_LABELS[row.state]}.` };
  }
  return { question: OPEN_QUESTION, because: "Nothing of this unit itself is shown." };
}
