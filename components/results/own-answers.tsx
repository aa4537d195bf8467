import { ASPECT_NAMES, STATEMENTS } from "#content/statements.ts";
import type { StatementAnswer } from "#contracts/assessments.ts";
import { STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import classes from "./results.module.css";
import { answerWords } from "./words.ts";

type Line = { code: StatementCode; aspect: string; answer: StatementAnswer };

/** What the reader answered in a closed wave, as it stood on the form. Folded: the team comes first. */
export function OwnAnswers({ answers, wave }: { answers: readonly StatementAnswer[]; wave: string }) {
  const lines = ASPECT_NAMES.flatMap((aspect, index): Line[] =>
    (["D", "E"] as const).map((axis) => {
      const code = `${axis}${index + 1}` as StatementCode;
      return { code, aspect, answer: answers[STATEMENT_CODES.indexOf(code)] ?? null };
    }),
  );
  return (
    <details className={classes.fold}>
      <summary>Your twelve answers in {wave}</summary>
      <p className={classes.aside}>Only you see these. Your line and HR see them only over five or more teams.</p>
      <DataTable
        caption={`Your answers in ${wave}`}
        captionHidden
        columns={[
          { key: "statement", header: "Statement", cell: (line) => STATEMENTS[line.code].supervisor },
          { key: "aspect", header: "Aspect", cell: (line) => line.aspect, wideOnly: true, width: "24%" },
          { key: "answer", header: "Your answer", cell: (line) => answerWords(line.code, line.answer), width: "20%" },
        ]}
        rows={lines}
        rowKey={(line) => line.code}
      />
    </details>
  );
}
