import { and, asc, eq, ne } from "drizzle-orm";
import type { MeasureKind } from "#contracts/help.ts";
import type { MeasureScale } from "#contracts/measures.ts";
import { otherMeasure } from "#db/schema/help.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { Unit } from "./rules.ts";

export const isTitled = (scope: Scope, title: string) =>
  and(eq(otherMeasure.orgId, scope.organisation.id), eq(otherMeasure.title, title));

export function listUnits(scope: Scope): Promise<Unit[]> {
  return scope.tx
    .select({ id: unit.id, code: unit.code, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), within(scope, unit.path)))
    .orderBy(asc(unit.code));
}

/** Values of one title, by `unit id year`. */
export async function listStored(scope: Scope, title: string): Promise<Map<string, number>> {
  const rows = await scope.tx
    .select({ unitId: otherMeasure.unitId, year: otherMeasure.year, value: otherMeasure.value })
    .from(otherMeasure)
    .where(isTitled(scope, title));
  return new Map(rows.map((row) => [`${row.unitId} ${row.year}`, row.value]));
}

/** Whether a title is kept already as something else: on another scale, or of another kind. */
export async function findOther(
  scope: Scope,
  title: string,
  scale: MeasureScale,
  kind: MeasureKind,
): Promise<{ scale: string; kind: string } | null> {
  const other = (column: "scale" | "kind", value: string) =>
    scope.tx
      .select({ scale: otherMeasure.scale, kind: otherMeasure.kind })
      .from(otherMeasure)
      .where(and(isTitled(scope, title), ne(otherMeasure[column], value)))
      .limit(1);
  const [found] = [...(await other("scale", scale)), ...(await other("kind", kind))];
  return found ?? null;
}

/** Every value of a unit in the reader's part. */
export function listValues(scope: Scope, limit: number) {
  return scope.tx
    .select({
      unitId: unit.id,
      name: unit.name,
      kind: otherMeasure.kind,
      title: otherMeasure.title,
      year: otherMeasure.year,
      value: otherMeasure.value,
      scale: otherMeasure.scale,
      source: otherMeasure.source,
      licence: otherMeasure.licence,
    })
    .from(otherMeasure)
    .innerJoin(unit, and(eq(unit.orgId, otherMeasure.orgId), eq(unit.id, otherMeasure.unitId)))
    .where(and(eq(otherMeasure.orgId, scope.organisation.id), within(scope, unit.path)))
    .orderBy(asc(otherMeasure.title), asc(unit.name), asc(unit.id), asc(otherMeasure.year))
    .limit(limit);
}
