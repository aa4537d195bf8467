import type { ReadResults, ResultsPage, StandIn } from "#contracts/results-pages.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { type Cell, listComing, mustFindOwnUnit } from "./queries.ts";
import { type Opened, readFrame, toTable } from "./read-frame.ts";
import { nearestShown, nextOf, partBelow, upToLevels } from "./rules.ts";
import { nodeIdOf, teamsAsked, toRow } from "./views.ts";

/**
 * Heatmap and quadrant of one published wave: the reader's part of the tree as it was frozen, the organisation's own row
 * as yardstick, and, where a row at the top of the part is not shown, the nearest unit above that is.
 *
 * @throws not_found for a wave that is not published and for a unit outside the reader's part
 */
export async function readTable(scope: Scope<"result:read">, input: ReadResults): Promise<ResultsPage> {
  const opened = await readFrame(scope, input);
  if (!opened) {
    if (input.unitId) await mustFindOwnUnit(scope, input.unitId);
    return { table: null, teamsAsked: true, standIns: [], next: nextOf(await listComing(scope)) };
  }
  const cells = await cellsOf(scope, opened, input);
  return {
    table: toTable(scope, opened, cells),
    teamsAsked: teamsAsked(opened.frame.release),
    standIns: standInsOf(opened, cells),
    next: nextOf(await listComing(scope)),
  };
}

async function cellsOf(scope: Scope<"result:read">, opened: Opened, input: ReadResults): Promise<Cell[]> {
  const { unitId, levels } = input;
  let cells = opened.cells;
  if (unitId !== undefined) {
    // Somebody who reads a team does not read the unit above it, although its row may stand in as context.
    const own = cells.some((cell) => cell.unitId === unitId && !cell.direct);
    if (!own) await mustFindOwnUnit(scope, unitId);
    cells = own ? partBelow(cells, unitId) : [];
  }
  return levels === undefined ? cells : upToLevels(cells, levels);
}

function standInsOf(opened: Opened, cells: readonly Cell[]): StandIn[] {
  if (opened.frame.view === "supervisors") return [];
  const inTable = new Set(cells.map(nodeIdOf));
  const standIns = new Map<string, StandIn>();
  for (const cell of cells) {
    if (cell.shown) continue;
    const unit = nearestShown(cell, opened.units);
    if (!unit || unit.kind === "organisation" || inTable.has(unit.unitId)) continue;
    const found = standIns.get(unit.unitId);
    if (found) found.unitIds.push(nodeIdOf(cell));
    else standIns.set(unit.unitId, { unitIds: [nodeIdOf(cell)], row: toRow(opened.frame, unit) });
  }
  return [...standIns.values()];
}
