import { STATEMENTS } from "#content/statements.ts";
import { axisOf, type Axis, STATEMENT_CODES, type StatementCode } from "#contracts/statements.ts";

/** What a wave asked: its own statements as they were frozen, or none kept (imports, and waves by hand). */
export type Asked = { source: string; words: ReadonlyMap<string, string> };

function wordsOf({ source, words }: Asked, code: StatementCode): string {
  const own = words.get(code);
  if (own !== undefined) return own;
  // An import maps somebody else's questions: like other imports, and unlike anything that was asked here.
  return source === "import" ? `imported ${code}` : STATEMENTS[code].member;
}

/** Statements that two waves asked in other words: their answers are not compared. */
export function otherStatements(now: Asked, before: Asked): ReadonlySet<StatementCode> {
  return new Set(STATEMENT_CODES.filter((code) => wordsOf(now, code) !== wordsOf(before, code)));
}

/** Whether an axis asked the same six in both waves. */
export function sameAxis(others: ReadonlySet<StatementCode>, axis: Axis): boolean {
  return ![...others].some((code) => axisOf(code) === axis);
}
