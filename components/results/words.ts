import { DOES_NOT_APPLY, SCALES } from "#content/statements.ts";
import type { StatementAnswer } from "#contracts/assessments.ts";
import type { ClearChange, GapBand, NextWave } from "#contracts/results-pages.ts";
import type { ResultRow, ResultTable, RiskCell, StateName } from "#contracts/results.ts";
import { axisOf, type StatementCode } from "#contracts/statements.ts";
import { answersText, figureText, listWords, MARK_WORDS } from "#components/charts/risk/risk.ts";

/** Sentences of the results pages. Pure. */

/** "Autumn 2026, 84 answers", with the participation as it may be shown. */
export function waveLine(label: string, row: Pick<ResultRow, "answers" | "participation"> | null): string {
  if (row?.answers == null) return label;
  const share =
    row.participation === null
      ? ""
      : ` (${row.participation >= 90 ? "90% or more" : `about ${row.participation}%`} of those invited)`;
  return `${label}, ${answersText(row.answers)}${share}`;
}

/** The reader's part as one row, where there is one. */
export function wholeOf(table: ResultTable): ResultRow | null {
  const ids = new Set(table.rows.map((row) => row.unitId));
  const top = table.rows.filter((row) => row.parentId === null || !ids.has(row.parentId));
  const own = table.organisation;
  if (own && top.some((row) => row.parentId === own.unitId)) return own;
  return top.length === 1 ? (top[0] ?? null) : null;
}

const STATE_SENTENCES: Record<StateName, string> = {
  steady: "is steady",
  inspired_but_unreliable: "is inspired but unreliable: short of structure",
  busy_but_unsure: "is busy but unsure: short of meaning",
  drifting: "is drifting: short of meaning and of structure",
};

/** "Housing repairs is busy but unsure: short of meaning, near the line on structure". */
export function unitFinding(name: string, row: ResultRow | null, near: string | null): string {
  if (!row) return `No results yet for ${name}`;
  if (row.state) return `${name} ${STATE_SENTENCES[row.state]}${near ? `, ${near}` : ""}`;
  if (row.engagement.mark === "hidden") return `${name} is not shown in this wave`;
  return `${name} has no answers in this wave`;
}

export const NOT_SHOWN = `${MARK_WORDS.hidden}.`;

/** The risks may be shown while no statement is. */
export function allHidden(row: ResultRow): boolean {
  return row.statements?.every(({ cell }) => cell.mark === "hidden") ?? true;
}

/** "Rough sleeping is not shown: ...", and never why. */
export function hiddenSentence(names: string[]): string {
  const words = `${MARK_WORDS.hidden.charAt(0).toLowerCase()}${MARK_WORDS.hidden.slice(1)}`;
  return `${listWords(names)} ${names.length === 1 ? "is" : "are"} ${words}.`;
}

/** Where one axis stands beside the organisation, in words; null where that cannot be said. */
export function againstSentence(cell: RiskCell, organisation: string): string | null {
  if (cell.mark !== "value" || cell.againstOrganisation === null) return null;
  const points = Math.abs(cell.againstOrganisation);
  if (points === 0) return `The same as ${organisation}.`;
  return `${points} ${points === 1 ? "point" : "points"} ${cell.againstOrganisation > 0 ? "above" : "below"} ${organisation}.`;
}

/** "engagement risk 36, delivery risk 31, 42 answers". */
export function figuresOf(row: ResultRow): string {
  const parts = [
    row.engagement.mark === "value" ? `engagement risk ${figureText(row.engagement)}` : null,
    row.delivery.mark === "value" ? `delivery risk ${figureText(row.delivery)}` : null,
    row.answers === null ? null : answersText(row.answers),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** "Agree", "Mostly", "Does not apply", "Left blank". */
export function answerWords(code: StatementCode, answer: StatementAnswer): string {
  if (answer === null) return "Left blank";
  if (answer === 0) return DOES_NOT_APPLY;
  return SCALES[axisOf(code)].labels[answer - 1] ?? "";
}

/** The one sentence of a page that has no results yet. */
export function waitingFor(next: NextWave | null): { title: string; words: string } {
  if (!next) return { title: "No results yet", words: "No wave has been planned" };
  switch (next.stage) {
    case "open":
      return { title: "Answers are coming in", words: `Results after ${next.label} has closed, not before.` };
    case "closed":
      return { title: "No results yet", words: `${next.label} has closed. Its results are being checked.` };
    case "planned":
      return { title: "No results yet", words: `${next.label} is planned. Results come after it has closed.` };
  }
}

/** "engagement risk down by 8, from 41 to 33". */
export function changeSentence({ axis, was, now, difference }: ClearChange): string {
  const name = axis === "direction" ? "engagement risk" : "delivery risk";
  return `${name} ${difference > 0 ? "up" : "down"} by ${Math.abs(difference)}, from ${was} to ${now}`;
}

/** How many of the changes that are named to all leaders are expected to be chance. */
export function chanceSentence({ named, falseExpected }: { named: number; falseExpected: number }): string {
  const those = named === 1 ? "the one change" : `the ${named} changes`;
  const few =
    falseExpected < 1
      ? "fewer than one is"
      : `${Math.ceil(falseExpected)} or fewer ${Math.ceil(falseExpected) === 1 ? "is" : "are"}`;
  return `Some changes look clear by chance. Of ${those} named in the whole organisation, ${few} expected to be false.`;
}

const ASK = "Ask: “What am I missing?”";

/** The gap between a supervisor and the team on one axis; null where nothing can be said. */
export function gapSentence(
  band: GapBand | null,
  word: "meaning" | "structure",
  team: RiskCell,
  own: number | null,
): string | null {
  if (band === null || team.mark !== "value" || own === null) return null;
  const figures = `${figureText(team)}; you said ${own}`;
  switch (band) {
    case "supervisor_higher":
      return `Your team sees more risk on ${word} than you do (${figures}). Most people see their own team more kindly. ${ASK}`;
    case "supervisor_lower":
      return `You see more risk on ${word} than your team does (${figures}). Ask: “What goes better than I think?”`;
    case "about_the_same":
      return `You and your team see about the same on ${word} (${figures}).`;
  }
}
