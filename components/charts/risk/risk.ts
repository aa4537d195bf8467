import { type Change, RISK_BREAKS, type RiskCell, STATE_CUT } from "#contracts/results.ts";

/** What every chart says about one figure: step of the scale, printed figure, marks and their words. */

export type RiskStep = 1 | 2 | 3 | 4 | 5;

/** A colour starts exactly at its break: 40 is step 4. */
export function riskStep(risk: number): RiskStep {
  return (1 + RISK_BREAKS.filter((edge) => risk >= edge).length) as RiskStep;
}

export const LEGEND_STEPS: readonly { step: RiskStep; label: string }[] = ([1, 2, 3, 4, 5] as const).map((step) => {
  const from = RISK_BREAKS[step - 2];
  const next = RISK_BREAKS[step - 1];
  if (from === undefined) return { step, label: `under ${next}` };
  if (next === undefined) return { step, label: `${from} and over` };
  return { step, label: `${from}–${next - 1}` };
});

export const LEGEND_CUT = `Orange starts at ${STATE_CUT}, where the state changes.`;

export const MARK_WORDS = {
  hidden: "Not shown: too few responses, or needed to protect a nearby team",
  not_asked: "Not asked in this wave",
  no_answers: "Not answered by enough people",
} as const;

export const LEGEND_MARKS = [
  { mark: "value", label: "Risk, 0 to 100" },
  { mark: "hidden", label: "Not shown" },
  { mark: "not_asked", label: "Not asked" },
  { mark: "no_answers", label: "Not enough answers" },
] as const;

/** `up` and `down` are significant (95%); the filled arrow points where the risk went. */
export type ChangeSign = "up" | "down" | "level" | "untested";

export const LEGEND_CHANGES = [
  { sign: "up", label: "Clear change since the wave before" },
  { sign: "level", label: "No clear change" },
  { sign: "untested", label: "Change not tested" },
] as const satisfies readonly { sign: ChangeSign; label: string }[];

export function changeSign(change: Change | null): ChangeSign | null {
  if (!change) return null;
  if (change.mark === "not_tested") return "untested";
  if (change.mark === "no_clear_change" || !change.difference) return "level";
  return change.difference > 0 ? "up" : "down";
}

/** "Spring 2026 44: no clear change", "Spring 2026 31: clearly up by 9". */
export function changeWords(change: Change | null): string | null {
  if (!change) return null;
  if (change.otherStatements) return `${change.since}: other statements were asked, so it is not compared`;
  const then = change.was === null ? change.since : `${change.since} ${change.was}`;
  switch (changeSign(change)) {
    case "up":
      return `${then}: clearly up by ${change.difference}`;
    case "down":
      return `${then}: clearly down by ${-(change.difference ?? 0)}`;
    case "level":
      return `${then}: no clear change`;
    default:
      return `${then}: change not tested`;
  }
}

/** The printed figure. A block at its limit reads as a limit, never as an exact number. */
export function figureText(cell: RiskCell): string {
  if (cell.mark === "no_answers") return "–";
  if (cell.mark !== "value") return "";
  if (cell.limit === "or_more") return `${cell.risk} or more`;
  if (cell.limit === "or_less") return `${cell.risk} or less`;
  return String(cell.risk);
}

/** The same for a cell of 56 or 64 px. */
export function shortFigure(cell: RiskCell): string {
  if (cell.mark === "value" && cell.limit === "or_more") return `${cell.risk}+`;
  if (cell.mark === "value" && cell.limit === "or_less") return `≤${cell.risk}`;
  return figureText(cell);
}

/** Points above or below the organisation with a true minus sign; the organisation itself and limits have none. */
export function againstText(cell: RiskCell): string {
  if (cell.mark !== "value") return figureText(cell);
  if (cell.againstOrganisation === null) return shortFigure(cell);
  if (cell.againstOrganisation === 0) return "0";
  return cell.againstOrganisation > 0 ? `+${cell.againstOrganisation}` : `−${-cell.againstOrganisation}`;
}

export type AxisWord = "meaning" | "structure";

/** "46, likely 39–53", "near the line on meaning", and so on: the sentences about one figure without unit and column. */
export function cellFacts(cell: RiskCell, word: AxisWord, answers: number | null): string[] {
  if (cell.mark !== "value") return [MARK_WORDS[cell.mark]];
  const interval = cell.low !== null && cell.high !== null ? `, likely ${cell.low}–${cell.high}` : "";
  const facts = [`${figureText(cell)}${interval}`];
  if (cell.nearLine) facts.push(`Near the line on ${word}`);
  if (cell.againstOrganisation) {
    const points = Math.abs(cell.againstOrganisation);
    facts.push(`${points} ${cell.againstOrganisation > 0 ? "above" : "below"} the organisation`);
  }
  if (answers !== null) facts.push(answersText(answers));
  const change = changeWords(cell.change);
  if (change) facts.push(change);
  return facts;
}

const WORDS =
  "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** "1,086 answers", "1 answer". */
export function answersText(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "answer" : "answers"}`;
}

/** Counts in words up to twenty, when every count of the sentence is; otherwise all in figures. */
export function countWords(...counts: number[]): string[] {
  const words = counts.every((count) => count <= 20);
  return counts.map((count) => (words ? (WORDS[count] ?? String(count)) : count.toLocaleString("en-GB")));
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "A", "A and B", "A, B and C". */
export function listWords(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
