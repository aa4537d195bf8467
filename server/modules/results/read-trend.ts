import { TEAM_EVENT_LABELS } from "#content/signals.ts";
import type { ReadTrend } from "#contracts/results-pages.ts";
import type { Trend, TrendEvent, TrendPoint } from "#contracts/results.ts";
import { TeamEventKind } from "#contracts/signals.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { PEOPLE_FOR_A_TEAM } from "#server/modules/waves/index.ts";
import { lagSentence } from "./lag-rules.ts";
import { lockedTeams } from "./lock.ts";
import { type Asked, otherStatements } from "./asked-rules.ts";
import { findUnitToday, listAsked, listPublished, type Published } from "./queries.ts";
import { breaksBetween, type FrozenPlace } from "./rules.ts";
import { findRootId, listCellsOverTime, listEventsOf, listMeasuresOverTime, listPlaces } from "./trend-queries.ts";
import { type Frame, toRow, toWaveOption } from "./views.ts";

type CellOverTime = Awaited<ReturnType<typeof listCellsOverTime>>[number];

/**
 * One unit over all published waves, oldest first, with what happened to it and above it. A wave that the unit was not
 * in has no point; one where it is not shown has a point without figures. The organisation's own trend may be read as
 * context by everybody with results.
 *
 * @param own units whose supervisor asks
 * @throws not_found
 */
export async function readTrend(scope: Scope<"result:read">, input: ReadTrend, own: readonly string[]): Promise<Trend> {
  const { unitId } = input;
  const [today, rootId, published] = await Promise.all([
    findUnitToday(scope, unitId),
    findRootId(scope),
    listPublished(scope),
  ]);
  if (!today) throw notFound("unit");
  const oldestFirst = [...published].reverse();
  const releaseIds = published.map((p) => p.releaseId);
  const waveIds = published.map((p) => p.waveId);
  const [cells, measures, places, asked] = await Promise.all([
    listCellsOverTime(scope, releaseIds, [unitId, rootId]),
    listMeasuresOverTime(scope, waveIds, [unitId, rootId]),
    listPlaces(scope, waveIds, unitId),
    listAsked(scope, published),
  ]);

  const mine = scope.everywhere || unitId === rootId || overlaps(today.path, scope.roots);
  const readable = (cell: CellOverTime) => mine || overlaps(cell.path, scope.roots);
  const cellOf = new Map(cells.filter((c) => c.unitId === unitId && readable(c)).map((c) => [c.releaseId, c]));
  const rootOf = new Map(cells.filter((c) => c.unitId === rootId).map((c) => [c.releaseId, c]));
  if (!mine && cellOf.size === 0) throw notFound("unit");

  // A supervisor's own team waits for the assessment here too.
  const locks = overlaps(today.path, own) ? await lockedTeams(scope, [unitId]) : null;
  if (locks?.has(unitId)) return { unitId, name: today.name, points: [], events: [] };

  const breaks = breaksBetween(oldestFirst.map((release) => placeIn(places, release.waveId, unitId)));
  const points = oldestFirst.flatMap((release, index): TrendPoint[] => {
    const cell = cellOf.get(release.releaseId);
    if (!cell) return [];
    const counted = new Map(measures.filter((m) => m.waveId === release.waveId).map((m) => [m.unitId, m]));
    const frame: Frame = {
      release,
      previous: previousOf(release, oldestFirst[index - 1], cellOf, asked),
      yardstick: rootOf.get(release.releaseId) ?? null,
      measures: { supervisors: new Map(), counted },
      view: "team",
      statements: false,
    };
    const { answers, engagement, delivery, counted: facts } = toRow(frame, cell);
    const { label, closedOn, waveId } = toWaveOption(release, scope.organisation.zone);
    const breakBefore = breaks[index] ?? false;
    return [{ waveId, label, closedOn, answers, engagement, delivery, counted: facts, breakBefore }];
  });
  const latest = cellOf.get(published.find((p) => cellOf.has(p.releaseId))?.releaseId ?? "");
  const above = [...new Set([...today.path, ...(latest?.path ?? [])])];
  const lag = lagSentence(points);
  return {
    unitId,
    name: latest?.name ?? today.name,
    points,
    ...(lag !== null && { lag }),
    events: points.length > 0 ? await eventsOf(scope, above, oldestFirst, own) : [],
  };
}

function previousOf(
  { waveId }: Published,
  release: Published | undefined,
  cells: ReadonlyMap<string, CellOverTime>,
  asked: ReadonlyMap<string, Asked>,
): Frame["previous"] {
  if (!release) return null;
  const cell = cells.get(release.releaseId);
  const others = otherStatements(asked.get(waveId)!, asked.get(release.waveId)!);
  return { release, sums: new Map(cell ? [[cell.unitId, cell]] : []), others };
}

function placeIn(places: Awaited<ReturnType<typeof listPlaces>>, waveId: string, unitId: string): FrozenPlace {
  const there = places.filter((place) => place.waveId === waveId);
  const self = there.find((place) => place.unitId === unitId);
  if (!self) return null;
  return { parentId: self.parentId, children: new Set(there.filter((p) => p !== self).map((p) => p.unitId)) };
}

/** A quarter before the first point is enough to see what came just before it. */
const LEAD_DAYS = 92;

async function eventsOf(
  scope: Scope,
  unitIds: readonly string[],
  oldestFirst: readonly Published[],
  own: readonly string[],
): Promise<TrendEvent[]> {
  const first = oldestFirst[0]?.closedAt ?? scope.clock.now();
  const since = dateIn(scope.organisation.zone, new Date(first.getTime() - LEAD_DAYS * 86_400_000));
  const rows = await listEventsOf(scope, unitIds, since, PEOPLE_FOR_A_TEAM, own);
  const seen = new Set<string>();
  return rows.flatMap(({ on, kind, label }) => {
    const known = TeamEventKind.safeParse(kind);
    const text = label || (known.success ? TEAM_EVENT_LABELS[known.data] : "Reorganised");
    const key = `${on} ${text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ on, label: text }];
  });
}

function overlaps(path: readonly string[], roots: readonly string[]): boolean {
  return path.some((id) => roots.includes(id));
}
