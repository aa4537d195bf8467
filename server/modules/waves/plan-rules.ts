import { STATEMENT_CODES, type StatementPart } from "#contracts/statements.ts";
import { LOCAL_CODES, type PlanPulse } from "#contracts/wave-plans.ts";
import { EXTRA_STATEMENTS } from "#content/extra-statements.ts";
import { lintStatement } from "#content/plain-words.ts";
import { STATEMENTS } from "#content/statements.ts";

export type StatementRow = { code: string; position: number; part: StatementPart; en: string; cy: string | null };

type Plan = Pick<PlanPulse, "extra" | "locals" | "offersWelsh" | "welsh">;

const partOf = (code: string): StatementPart => {
  if (code.startsWith("X")) return "extra";
  if (code.startsWith("L")) return "local";
  return code.startsWith("D") ? "agreement" : "frequency";
};

/**
 * What a planned wave asks, word for word and in order: the twelve, the one extra, HR's own. Welsh words stand beside a
 * statement only where HR has confirmed them.
 */
export function statementsOf(plan: Plan): StatementRow[] {
  const welsh = new Map(plan.welsh.map(({ code, words }) => [code, words]));
  const words: [string, string][] = [
    ...STATEMENT_CODES.map((code): [string, string] => [code, STATEMENTS[code].member]),
    ...(plan.extra ? [[plan.extra, EXTRA_STATEMENTS[plan.extra]] as [string, string]] : []),
    ...plan.locals.map((text, i): [string, string] => [LOCAL_CODES[i] ?? "L5", text]),
  ];
  return words.map(([code, en], position) => ({
    code,
    position,
    part: partOf(code),
    en,
    cy: welsh.get(code) ?? null,
  }));
}

/** What is wrong with HR's own statements and the Welsh, by field, in words. */
export function planProblems(plan: Plan): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [i, text] of plan.locals.entries()) {
    const [finding] = lintStatement(text);
    if (finding) problems[`locals.${i}`] = finding.message;
    else if (plan.locals.indexOf(text) !== i) problems[`locals.${i}`] = "This statement stands here twice.";
  }
  if (plan.offersWelsh) {
    const open = statementsOf(plan).filter((s) => s.cy === null).length;
    if (open > 0) {
      problems.offersWelsh = `Confirm every statement in Welsh first. ${open === 1 ? "One is" : `${open} are`} not confirmed.`;
    }
  }
  return problems;
}
