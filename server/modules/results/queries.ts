import { and, arrayOverlaps, asc, count, desc, eq, gte, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { unit } from "#db/schema/register.ts";
import { release, releaseCell, releaseMeasure, releaseNote } from "#db/schema/releases.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { within } from "#server/authz/index.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { Asked } from "./asked-rules.ts";

/** Published waves are read up to here, latest first: fifteen years of quarters. */
const WAVES = 60;

/**
 * Published waves with their releases, latest first. The one door to results: a wave or release that is not published,
 * or not any more, is in no list, and neither is a rehearsal.
 */
export function listPublished(scope: Scope) {
  const orgId = scope.organisation.id;
  return scope.tx
    .select({
      waveId: wave.id,
      label: wave.label,
      source: wave.source,
      closedAt: wave.closedAt,
      releaseId: release.id,
      k: release.k,
      k2: release.k2,
      sDirection: release.sDirection,
      sDelivery: release.sDelivery,
      answers: release.answers,
      statistics: release.statistics,
    })
    .from(wave)
    .innerJoin(release, and(eq(release.orgId, wave.orgId), eq(release.waveId, wave.id)))
    .where(
      and(
        eq(wave.orgId, orgId),
        eq(wave.status, "published"),
        eq(release.status, "published"),
        eq(wave.rehearsal, false),
      ),
    )
    .orderBy(desc(wave.closedAt), desc(wave.id))
    .limit(WAVES);
}
export type Published = Awaited<ReturnType<typeof listPublished>>[number];

/** The twelve statements of these waves, word for word, where a wave keeps its own. */
export async function listAsked(scope: Scope, releases: readonly Published[]): Promise<Map<string, Asked>> {
  const rows = await scope.tx
    .select({ waveId: waveStatement.waveId, code: waveStatement.code, en: waveStatement.en })
    .from(waveStatement)
    .where(
      and(
        eq(waveStatement.orgId, scope.organisation.id),
        inArray(
          waveStatement.waveId,
          releases.map((release) => release.waveId),
        ),
        inArray(waveStatement.code, [...STATEMENT_CODES]),
      ),
    );
  const byWave = Map.groupBy(rows, (row) => row.waveId);
  return new Map(
    releases.map(({ waveId, source }) => [
      waveId,
      { source, words: new Map((byWave.get(waveId) ?? []).map((row) => [row.code, row.en])) },
    ]),
  );
}

/** In the reader's part of the tree as it was frozen for the wave, or as it stands today. */
function visible(scope: Scope): SQL | undefined {
  if (scope.everywhere) return undefined;
  const today = scope.tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), within(scope, unit.path)));
  return or(arrayOverlaps(releaseCell.path, [...scope.roots]), inArray(releaseCell.unitId, today));
}

const SUMS = {
  shown: releaseCell.shown,
  n: releaseCell.n,
  directionSum: releaseCell.directionSum,
  deliverySum: releaseCell.deliverySum,
};

const noStatements = sql<number[] | null>`null::integer[]`;

const columns = (statements: boolean) => ({
  ...SUMS,
  unitId: releaseCell.unitId,
  direct: releaseCell.direct,
  parentId: releaseCell.parentId,
  path: releaseCell.path,
  code: releaseCell.code,
  name: releaseCell.name,
  kind: releaseCell.kind,
  hasChildren: releaseCell.hasChildren,
  participation: releaseCell.participation,
  shownInFiles: releaseCell.shownInFiles,
  statementSums: statements ? releaseCell.statementSums : noStatements,
  statementUnanswered: statements ? releaseCell.statementUnanswered : sql<boolean[] | null>`null::boolean[]`,
});

const ofRelease = (scope: Scope, releaseId: string) =>
  and(eq(releaseCell.orgId, scope.organisation.id), eq(releaseCell.releaseId, releaseId));

/** The cells of a release in the reader's part, in tree order. */
export function listCells(scope: Scope, releaseId: string, statements: boolean) {
  return scope.tx
    .select(columns(statements))
    .from(releaseCell)
    .where(and(ofRelease(scope, releaseId), visible(scope)))
    .orderBy(asc(releaseCell.position));
}
export type Cell = Awaited<ReturnType<typeof listCells>>[number];

/** For context: the organisation itself, and these units, whether or not they are in the reader's part. */
export function listContextCells(scope: Scope, releaseId: string, unitIds: readonly string[], statements: boolean) {
  return scope.tx
    .select(columns(statements))
    .from(releaseCell)
    .where(
      and(
        ofRelease(scope, releaseId),
        eq(releaseCell.direct, false),
        or(eq(releaseCell.kind, "organisation"), inArray(releaseCell.unitId, [...unitIds])),
      ),
    )
    .orderBy(asc(releaseCell.position));
}

/** Sums of another release for comparison: of these units, or of all. */
export function listSums(scope: Scope, releaseId: string, unitIds: readonly string[] | null, statements: boolean) {
  return scope.tx
    .select({
      ...SUMS,
      unitId: releaseCell.unitId,
      direct: releaseCell.direct,
      statementSums: statements ? releaseCell.statementSums : noStatements,
    })
    .from(releaseCell)
    .where(
      and(
        ofRelease(scope, releaseId),
        eq(releaseCell.shown, true),
        unitIds ? inArray(releaseCell.unitId, [...unitIds]) : undefined,
      ),
    );
}
export type Sums = Awaited<ReturnType<typeof listSums>>[number];

/** Units, not teams, of at least this many answers, in the whole organisation: what may raise an alert. */
export function listLargeUnits(scope: Scope, releaseId: string, atLeast: number) {
  return scope.tx
    .select({ ...SUMS, unitId: releaseCell.unitId, name: releaseCell.name, path: releaseCell.path })
    .from(releaseCell)
    .where(
      and(
        ofRelease(scope, releaseId),
        eq(releaseCell.shown, true),
        inArray(releaseCell.kind, ["organisation", "unit"]),
        gte(releaseCell.n, atLeast),
      ),
    );
}

/** How many notes stand at a unit that the caller has found readable. */
export async function countNotes(scope: Scope, releaseId: string, unitId: string): Promise<number> {
  const [row] = await scope.tx
    .select({ notes: count() })
    .from(releaseNote)
    .where(
      and(
        eq(releaseNote.orgId, scope.organisation.id),
        eq(releaseNote.releaseId, releaseId),
        eq(releaseNote.unitId, unitId),
      ),
    );
  return row?.notes ?? 0;
}

/** Supervisors' and counted figures of a wave. */
export function listMeasures(scope: Scope, waveId: string) {
  return scope.tx
    .select({
      unitId: releaseMeasure.unitId,
      view: releaseMeasure.view,
      engagement: releaseMeasure.engagementRisk,
      delivery: releaseMeasure.deliveryRisk,
    })
    .from(releaseMeasure)
    .where(and(eq(releaseMeasure.orgId, scope.organisation.id), eq(releaseMeasure.waveId, waveId)));
}
export type Measure = Awaited<ReturnType<typeof listMeasures>>[number];

export type UnitToday = { id: string; name: string; kind: string; path: string[]; headcount: number | null };

const TODAY = { id: unit.id, name: unit.name, kind: unit.kind, path: unit.path, headcount: unit.headcount };

/** A unit of the organisation as it stands today, wherever it hangs. The caller decides whether it may be read. */
export async function findUnitToday(scope: Scope, unitId: string): Promise<UnitToday | null> {
  const [found] = await scope.tx
    .select(TODAY)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId)));
  return found ?? null;
}

/** A unit in the reader's part as it stands today. */
export async function mustFindOwnUnit(scope: Scope, unitId: string): Promise<UnitToday> {
  const [found] = await scope.tx
    .select(TODAY)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path)));
  if (!found) throw notFound("unit");
  return found;
}

/** These units, as far as they are in the reader's part today. */
export function listOwnUnits(scope: Scope, unitIds: readonly string[]): Promise<UnitToday[]> {
  return scope.tx
    .select(TODAY)
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, [...unitIds]), within(scope, unit.path)));
}

/** Waves that have not been published yet: what may come next. */
export function listComing(scope: Scope) {
  return scope.tx
    .select({ label: wave.label, status: wave.status })
    .from(wave)
    .where(
      and(
        eq(wave.orgId, scope.organisation.id),
        ne(wave.status, "withdrawn"),
        ne(wave.status, "published"),
        eq(wave.rehearsal, false),
      ),
    )
    .orderBy(asc(wave.createdAt))
    .limit(20);
}
