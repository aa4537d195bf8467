import type { WorkingPattern } from "#contracts/register.ts";

/** A node of an organisation as written in an outline; the organisation itself is not among them. */
export type OutlineNode = {
  code: string;
  name: string;
  kind: "unit" | "team";
  parentCode: string | null;
  headcount: number | null;
  pattern: WorkingPattern | null;
};

const PATTERNS: Record<string, WorkingPattern> = { s: "site", h: "hybrid", r: "remote" };
const TEAM = /^(.+?) (\d+)( [shr])?$/;

/**
 * Reads an indented outline (two spaces a level): `HOU Housing` is a unit of the first level with its code, `Repairs` a
 * unit below it, `Voids 9 s` a team of nine that works on site. Codes below the first level are numbered as the product
 * numbers them: HOU-01, HOU-01-02.
 */
export function parseOutline(text: string): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const above: { code: string; children: number }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const depth = (line.length - line.trimStart().length) / 2;
    const words = line.trim();
    const parent = above[depth - 1];
    if (depth > 0 && !parent) throw new Error(`outline: "${words}" stands too deep`);
    above.length = depth;
    const team = TEAM.exec(words);
    const named = depth === 0 ? words.indexOf(" ") : -1;
    const code = parent ? `${parent.code}-${String(++parent.children).padStart(2, "0")}` : words.slice(0, named);
    nodes.push({
      code,
      name: team?.[1] ?? words.slice(named + 1),
      kind: team ? "team" : "unit",
      parentCode: parent?.code ?? null,
      headcount: team ? Number(team[2]) : null,
      pattern: team ? (PATTERNS[team[3]?.trim() ?? "h"] ?? null) : null,
    });
    if (!team) above[depth] = { code, children: 0 };
  }
  return nodes;
}
