import type { OwnTeamReading } from "#contracts/results-pages.ts";
import { STATE_LABELS } from "#contracts/results.ts";
import { answersText, figureText } from "#components/charts/risk/risk.ts";

/** "Busy but unsure, near the line on structure. Engagement risk 46, delivery risk 36, 22 answers." Null where not shown. */
export function readingSentence({ row, near }: Pick<OwnTeamReading, "row" | "near">): string | null {
  if (!row?.state || row.engagement.mark !== "value" || row.delivery.mark !== "value") return null;
  const state = `${STATE_LABELS[row.state]}${near ? `, ${near}` : ""}.`;
  const risks = `Engagement risk ${figureText(row.engagement)}, delivery risk ${figureText(row.delivery)}`;
  return `${state} ${risks}, ${answersText(row.answers ?? 0)}.`;
}
