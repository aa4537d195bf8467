import { and, arrayOverlaps, asc, eq, exists, gte, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { assessment, teamEvent } from "#db/schema/assessments.ts";
import { releaseCell, releaseMeasure } from "#db/schema/releases.ts";
import { unit } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";

const EVENTS = 60;

/** A unit in every one of these releases, and the organisation as yardstick. */
export function listCellsOverTime(scope: Scope, releaseIds: readonly string[], unitIds: readonly string[]) {
  return scope.tx
    .select({
      releaseId: releaseCell.releaseId,
      unitId: releaseCell.unitId,
      direct: releaseCell.direct,
      parentId: releaseCell.parentId,
      path: releaseCell.path,
      code: releaseCell.code,
      name: releaseCell.name,
      kind: releaseCell.kind,
      hasChildren: releaseCell.hasChildren,
      shown: releaseCell.shown,
      shownInFiles: releaseCell.shownInFiles,
      n: releaseCell.n,
      directionSum: releaseCell.directionSum,
      deliverySum: releaseCell.deliverySum,
      participation: releaseCell.participation,
      statementSums: sql<number[] | null>`null::integer[]`,
      statementUnanswered: sql<boolean[] | null>`null::boolean[]`,
    })
    .from(releaseCell)
    .where(
      and(
        eq(releaseCell.orgId, scope.organisation.id),
        inArray(releaseCell.unitId, [...unitIds]),
        inArray(releaseCell.releaseId, [...releaseIds]),
        eq(releaseCell.direct, false),
      ),
    );
}

export function listMeasuresOverTime(scope: Scope, waveIds: readonly string[], unitIds: readonly string[]) {
  return scope.tx
    .select({
      waveId: releaseMeasure.waveId,
      unitId: releaseMeasure.unitId,
      view: releaseMeasure.view,
      engagement: releaseMeasure.engagementRisk,
      delivery: releaseMeasure.deliveryRisk,
    })
    .from(releaseMeasure)
    .where(
      and(
        eq(releaseMeasure.orgId, scope.organisation.id),
        inArray(releaseMeasure.waveId, [...waveIds]),
        eq(releaseMeasure.view, "counted"),
        inArray(releaseMeasure.unitId, [...unitIds]),
      ),
    );
}

/** A unit and what hung directly below it, in each frozen tree. */
export function listPlaces(scope: Scope, waveIds: readonly string[], unitId: string) {
  return scope.tx
    .select({ waveId: waveUnit.waveId, unitId: waveUnit.unitId, parentId: waveUnit.parentId })
    .from(waveUnit)
    .where(
      and(
        eq(waveUnit.orgId, scope.organisation.id),
        inArray(waveUnit.waveId, [...waveIds]),
        or(eq(waveUnit.unitId, unitId), eq(waveUnit.parentId, unitId)),
      ),
    );
}

/** The organisation's root. */
export async function findRootId(scope: Scope): Promise<string> {
  const [root] = await scope.tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.kind, "organisation")));
  return root?.id ?? "";
}

/**
 * What happened to these units from a day on. An event out of an assessment counts once that part is closed. Of a team
 * under `fewest` people nobody above its supervisor sees one; `own` are the units whose supervisor asks.
 */
export function listEventsOf(
  scope: Scope,
  unitIds: readonly string[],
  since: string,
  fewest: number,
  own: readonly string[],
) {
  const orgId = scope.organisation.id;
  const given = scope.tx
    .select({ one: sql`1` })
    .from(assessment)
    .where(
      and(
        eq(assessment.orgId, orgId),
        eq(assessment.waveId, teamEvent.waveId),
        eq(assessment.teamId, teamEvent.unitId),
        isNotNull(assessment.part1ClosedAt),
      ),
    );
  const notSmall: (SQL | undefined)[] = [
    sql`${unit.kind} <> 'team'`,
    gte(unit.headcount, fewest),
    own.length > 0 ? arrayOverlaps(unit.path, [...own]) : undefined,
  ];
  return scope.tx
    .select({ on: teamEvent.happenedOn, kind: teamEvent.kind, label: teamEvent.label })
    .from(teamEvent)
    .innerJoin(unit, and(eq(unit.orgId, teamEvent.orgId), eq(unit.id, teamEvent.unitId)))
    .where(
      and(
        eq(teamEvent.orgId, orgId),
        inArray(teamEvent.unitId, [...unitIds]),
        gte(teamEvent.happenedOn, since),
        or(isNull(teamEvent.waveId), exists(given)),
        or(...notSmall),
      ),
    )
    .orderBy(asc(teamEvent.happenedOn), asc(teamEvent.kind))
    .limit(EVENTS);
}
