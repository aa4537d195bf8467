import { type ResultRow, type ResultTable, STATE_CUT, type StateName } from "#contracts/results.ts";
import { type AxisWord, capitalise, countWords, listWords, MARK_WORDS } from "./risk.ts";

/** The sentences above heatmap and quadrant. They count the lowest rows on screen, so that nobody is counted twice. */

export const STATE_ORDER: readonly StateName[] = ["steady", "busy_but_unsure", "inspired_but_unreliable", "drifting"];

const SHORT_OF: Record<StateName, string> = {
  steady: "steady",
  busy_but_unsure: "short of meaning",
  inspired_but_unreliable: "short of structure",
  drifting: "short of both",
};

export function lowestRows(rows: ResultRow[]): ResultRow[] {
  const parents = new Set(rows.map((row) => row.parentId));
  return rows.filter((row) => row.kind !== "organisation" && !parents.has(row.unitId));
}

export function byName(a: ResultRow, b: ResultRow): number {
  return a.name.localeCompare(b.name, "en-GB") || (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0);
}

/** The worse of both risks, never a mean of them; null where neither is shown. */
export function worseAxis(row: ResultRow): number | null {
  const risks = [row.engagement, row.delivery].flatMap((cell) => (cell.mark === "value" ? [cell.risk] : []));
  return risks.length > 0 ? Math.max(...risks) : null;
}

export type Furthest = { names: string[]; word: AxisWord; by: number };

/** Who stands furthest above the rest on one axis, ties together; null when nobody stands clear of it. */
export function furthest(rows: ResultRow[]): Furthest | null {
  let best: Furthest | null = null;
  for (const [key, word] of [
    ["engagement", "meaning"],
    ["delivery", "structure"],
  ] as const) {
    const values = rows.flatMap((row) => {
      const cell = row[key];
      return cell.mark === "value" ? [{ row, risk: cell.risk, low: cell.low, above: cell.againstOrganisation }] : [];
    });
    const middle = median(values.map((value) => value.risk));
    for (const value of values) {
      const by = value.above ?? value.risk - middle;
      // Only who stands clear of the rest: the whole likely range is above it.
      if (by <= 0 || (value.low !== null && value.low <= value.risk - by)) continue;
      if (!best || by > best.by) best = { names: [value.row.name], word, by };
      else if (by === best.by && word === best.word) best.names.push(value.row.name);
    }
  }
  return best && { ...best, names: best.names.sort((a, b) => a.localeCompare(b, "en-GB")) };
}

export function findingSentence(table: ResultTable): string {
  const rows = lowestRows(table.rows);
  if (rows.length === 0) return "No results yet";
  if (table.view === "counted") return countedFinding(rows);
  const stated = rows.filter((row) => row.state !== null);
  if (stated.length === 0) return withoutState(table, rows);
  const opening = table.view === "supervisors" ? "As supervisors see it: " : "";
  const only = stated[0];
  if (stated.length === 1 && only?.state) return `${opening}${only.name} is ${SHORT_OF[only.state]}`;

  const counts = STATE_ORDER.map((state) => stated.filter((row) => row.state === state).length);
  if (table.compareWithOrganisation) {
    const most = STATE_ORDER[counts.indexOf(Math.max(...counts))] ?? "steady";
    const sentence = shareSentence(counts[STATE_ORDER.indexOf(most)] ?? 0, stated.length, SHORT_OF[most]);
    // Supervisors are never set against each other.
    const far = table.view === "team" ? furthest(stated) : null;
    const tail =
      far && far.names.length <= 3 ? `. Furthest from the rest: ${listWords(far.names)}, on ${far.word}` : "";
    return `${opening}${opening ? sentence : capitalise(sentence)}${tail}`;
  }
  const sentence = spread(counts, stated.length);
  return `${opening}${opening ? sentence : capitalise(sentence)}`;
}

function shareSentence(count: number, total: number, words: string): string {
  const [some = "", all = ""] = countWords(count, total);
  if (count === total) return `all ${all} are ${words}`;
  return `${some} of ${all} ${count === 1 || count === 0 ? "is" : "are"} ${words}`;
}

/** "Nine of sixteen are steady; four are short of meaning, two of structure and one of both". */
function spread(counts: number[], total: number): string {
  const [steady = 0, meaning = 0, structure = 0, both = 0] = counts;
  const short: [number, string][] = [
    [meaning, "meaning"],
    [structure, "structure"],
    [both, "both"],
  ];
  const words = countWords(...counts, total);
  const parts = short.flatMap(([count, word], index) =>
    count > 0 ? [{ count, word, text: words[index + 1] ?? "" }] : [],
  );
  const first = shareSentence(steady, total, "steady");
  if (parts.length === 0) return first;
  const list = parts.map((part, index) =>
    index === 0
      ? `${part.text} ${part.count === 1 ? "is" : "are"} short of ${part.word}`
      : `${part.text} of ${part.word}`,
  );
  return `${first}; ${listWords(list)}`;
}

function countedFinding(rows: ResultRow[]): string {
  const known = rows.flatMap((row) => (row.counted.mark === "value" ? [row.counted.risk] : []));
  if (known.length === 0) return "Nothing has been counted for this wave";
  const high = known.filter((risk) => risk >= STATE_CUT).length;
  const [some = "", all = ""] = countWords(high, known.length);
  if (known.length === 1) return `Counted delivery risk is ${known[0]}`;
  return `Counted delivery risk is ${STATE_CUT} or more in ${some} of ${all}`;
}

function withoutState(table: ResultTable, rows: ResultRow[]): string {
  const marks = new Set(rows.flatMap((row) => [row.engagement.mark, row.delivery.mark]));
  if (marks.has("value")) return `Engagement risk and delivery risk, ${table.wave.label}`;
  if (marks.has("hidden")) return MARK_WORDS.hidden;
  return "Nobody has answered yet";
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** "12 of 140 are not shown." or nothing. */
export function notShownSentence(rows: ResultRow[]): string | null {
  const hidden = rows.filter((row) => row.engagement.mark === "hidden" && row.delivery.mark === "hidden").length;
  if (hidden === 0) return null;
  const all = rows.length.toLocaleString("en-GB");
  return `${hidden.toLocaleString("en-GB")} of ${all} ${hidden === 1 ? "is" : "are"} not shown: too few responses, or needed to protect a nearby team.`;
}
