import type { ResultRow, ResultTable, ResultView } from "#contracts/results.ts";
import { comparesWithOrganisation } from "#server/disclosure/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { otherStatements } from "./asked-rules.ts";
import {
  type Cell,
  listAsked,
  listCells,
  listContextCells,
  listMeasures,
  listPublished,
  listSums,
  type Measure,
  type Published,
} from "./queries.ts";
import { isPilot, lowest } from "./rules.ts";
import { type Frame, type Measures, nodeIdOf, teamsAsked, toRow, toWaveOption } from "./views.ts";

export type Wanted = { waveId?: string | undefined; view?: ResultView | undefined; statements?: boolean | undefined };

/** One published wave as this reader may see it. */
export type Opened = {
  frame: Frame;
  /** The reader's part, in tree order; the organisation's own row is in it for whoever holds the whole. */
  cells: Cell[];
  /** Every unit above and in the part, by id: also those that are only context. */
  units: Map<string, Cell>;
  published: Published[];
};

/** The release asked for, or the latest. @throws not_found for a wave that is not published */
export function choose(published: readonly Published[], waveId: string | undefined): Published | null {
  if (waveId === undefined) return published[0] ?? null;
  const found = published.find((release) => release.waveId === waveId);
  if (!found) throw notFound("wave");
  return found;
}

/**
 * Reads one published wave in the reader's part: its cells, the sums of the wave before, the two other views. Three
 * queries for a reader of the whole organisation, four for a part. Null while nothing is published.
 *
 * @throws not_found for a wave that is not published
 */
export async function readFrame(scope: Scope, wanted: Wanted): Promise<Opened | null> {
  const published = await listPublished(scope);
  const release = choose(published, wanted.waveId);
  return release && frameOf(scope, published, release, wanted);
}

async function frameOf(scope: Scope, published: Published[], release: Published, wanted: Wanted): Promise<Opened> {
  const view = wanted.view ?? (teamsAsked(release) ? "team" : "supervisors");
  const statements = (wanted.statements ?? false) && view !== "supervisors";
  const before = published[published.indexOf(release) + 1] ?? null;
  const compared = view !== "supervisors" && before !== null;

  const [cells, measures, everySum, asked] = await Promise.all([
    listCells(scope, release.releaseId, statements),
    listMeasures(scope, release.waveId),
    compared && scope.everywhere ? listSums(scope, before.releaseId, null, statements) : null,
    compared ? listAsked(scope, [release, before]) : null,
  ]);
  const units = new Map(cells.filter((cell) => !cell.direct).map((cell) => [cell.unitId, cell]));
  const context = scope.everywhere
    ? []
    : await listContextCells(scope, release.releaseId, unitsAbove(cells, units), statements);
  for (const cell of context) units.set(cell.unitId, cell);
  const sums = everySum ?? (compared ? await listSums(scope, before.releaseId, [...units.keys()], statements) : null);
  const frame: Frame = {
    release,
    previous:
      sums && before && asked
        ? {
            release: before,
            sums: new Map(sums.map((s) => [nodeIdOf(s), s])),
            others: otherStatements(asked.get(release.waveId)!, asked.get(before.waveId)!),
          }
        : null,
    yardstick: [...units.values()].find((cell) => cell.kind === "organisation") ?? null,
    measures: byView(measures),
    view,
    statements,
  };
  return { frame, cells, units, published };
}

function unitsAbove(cells: readonly Cell[], units: ReadonlyMap<string, Cell>): string[] {
  return [...new Set(cells.flatMap((cell) => cell.path).filter((id) => !units.has(id)))];
}

function byView(measures: readonly Measure[]): Measures {
  const of = (view: string) => new Map(measures.filter((m) => m.view === view).map((m) => [m.unitId, m]));
  return { supervisors: of("supervisors"), counted: of("counted") };
}

/** The table of these cells. The organisation's row stands apart, and only where it is shown. */
export function toTable(scope: Scope, opened: Opened, cells: readonly Cell[]): ResultTable {
  const { frame, published } = opened;
  const { zone } = scope.organisation;
  const rows = cells.filter((cell) => cell.kind !== "organisation").map((cell) => toRow(frame, cell));
  return {
    organisationName: scope.organisation.name,
    view: frame.view,
    wave: toWaveOption(frame.release, zone),
    waves: published.map((release) => toWaveOption(release, zone)),
    k: frame.release.k,
    k2: frame.release.k2,
    organisation: yardstickRow(frame),
    rows,
    compareWithOrganisation: comparesWithOrganisation(lowest(rows).map((row) => row.state)),
    pilotStatements: isPilot(published),
  };
}

export function yardstickRow(frame: Frame): ResultRow | null {
  return frame.yardstick?.shown || frame.view === "supervisors"
    ? frame.yardstick && toRow(frame, frame.yardstick)
    : null;
}
