import type { ReadUnit, UnitResults } from "#contracts/results-pages.ts";
import { MAY_BE_SEEING } from "#server/disclosure/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listFurther } from "./list-further.ts";
import { lockedTeams } from "./lock.ts";
import { type Cell, countNotes, findUnitToday, listComing, listOwnUnits, type UnitToday } from "./queries.ts";
import { type Opened, readFrame, toTable, yardstickRow } from "./read-frame.ts";
import { levelBelow, nearestShown, nextOf } from "./rules.ts";
import { nearOf, toRow } from "./views.ts";
import { visitQuestion } from "./visit-rules.ts";

type Base = Pick<UnitResults, "unitId" | "name" | "kind" | "path" | "organisationName" | "next">;

/**
 * The page of one unit or team in one published wave. What belongs to a supervisor's own team waits for the assessment
 * while a wave is open.
 *
 * @param own units whose supervisor asks
 * @throws not_found for a unit outside the reader's part, and for a wave that is not published
 */
export async function readUnit(
  scope: Scope<"result:read">,
  input: ReadUnit,
  own: readonly string[],
): Promise<UnitResults> {
  const [today, opened] = await Promise.all([
    findUnitToday(scope, input.unitId),
    readFrame(scope, { waveId: input.waveId, view: "team", statements: true }),
  ]);
  if (!today) throw notFound("unit");
  const cell = opened?.cells.find((c) => c.unitId === today.id && !c.direct) ?? null;
  const readable = scope.everywhere || cell !== null || today.path.some((id) => scope.roots.includes(id));
  if (!readable) throw notFound("unit");

  const base = await baseOf(scope, today, cell);
  const lock = today.path.some((id) => own.includes(id)) ? (await lockedTeams(scope, [today.id])).get(today.id) : null;
  const { waves, wave, ...empty } = emptyOf(scope, opened);
  if (!opened || lock) return { ...base, ...empty, waves, wave, locked: lock ?? null };
  const further = cell?.shownInFiles ? await listFurther(scope, opened.frame, cell) : [];
  const notes = cell ? await countNotes(scope, opened.frame.release.releaseId, cell.unitId) : 0;
  return { ...base, ...empty, waves, wave, ...shownOf(scope, opened, cell), further, notes };
}

async function baseOf(scope: Scope<"result:read">, today: UnitToday, cell: Cell | null): Promise<Base> {
  const above = (cell?.path ?? today.path).slice(0, -1);
  const [units, coming] = await Promise.all([listOwnUnits(scope, above), listComing(scope)]);
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    unitId: today.id,
    name: cell?.name ?? today.name,
    kind: today.kind as Base["kind"],
    path: above.flatMap((unitId) => {
      const name = nameOf.get(unitId);
      return name === undefined ? [] : [{ unitId, name }];
    }),
    organisationName: scope.organisation.name,
    next: nextOf(coming),
  };
}

function emptyOf(scope: Scope, opened: Opened | null): Omit<UnitResults, keyof Base> {
  const table = opened && toTable(scope, opened, []);
  return {
    wave: table?.wave ?? null,
    waves: table?.waves ?? [],
    k: table?.k ?? null,
    k2: table?.k2 ?? null,
    row: null,
    organisation: null,
    nearest: null,
    near: null,
    mayBeSeeing: [],
    further: [],
    notes: 0,
    visit: null,
    children: null,
    compareWithOrganisation: false,
    pilotStatements: table?.pilotStatements ?? true,
    locked: null,
  };
}

function shownOf(scope: Scope, opened: Opened, cell: Cell | null): Partial<UnitResults> {
  if (!cell) return { organisation: yardstickRow(opened.frame) };
  const row = toRow(opened.frame, cell);
  const nearest = cell.shown ? null : nearestShown(cell, opened.units);
  const plain: Opened = { ...opened, frame: { ...opened.frame, statements: false } };
  const children = cell.hasChildren ? toTable(scope, plain, levelBelow(opened.cells, [cell.unitId])) : null;
  return {
    row,
    organisation: cell.kind === "organisation" ? null : yardstickRow(opened.frame),
    nearest: nearest && toRow(plain.frame, nearest),
    near: nearOf(row),
    mayBeSeeing: row.state ? [...MAY_BE_SEEING[row.state]] : [],
    visit: visitQuestion(row),
    children,
    compareWithOrganisation: toTable(scope, plain, opened.cells).compareWithOrganisation,
  };
}
