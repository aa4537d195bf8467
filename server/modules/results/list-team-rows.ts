import type { ResultRow } from "#contracts/results.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readFrame } from "./read-frame.ts";
import { toRow } from "./views.ts";

/** Rows of these teams in the latest published wave, with statements where the second pattern shows them. */
export async function listTeamRows(scope: Scope, teamIds: readonly string[]): Promise<ResultRow[]> {
  if (teamIds.length === 0) return [];
  const opened = await readFrame(scope, { view: "team", statements: true });
  if (!opened) return [];
  const wanted = new Set(teamIds);
  return opened.cells
    .filter((cell) => wanted.has(cell.unitId) && !cell.direct)
    .map((cell) => toRow(opened.frame, cell));
}
