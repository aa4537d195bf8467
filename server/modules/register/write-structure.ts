import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { unit, unitPlacement } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { endRolesAt } from "./end-roles-at.ts";
import { today } from "./queries.ts";
import type { StructurePlan } from "./structure-diff-rules.ts";

/** Rows per statement: a statement carries at most 65,535 parameters. */
const CHUNK = 1000;

async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await write(rows.slice(at, at + CHUNK));
}

/**
 * Writes a plan without errors in a handful of statements, whatever its size. The caller holds the structure's lock since
 * before it read what the plan rests on.
 */
export async function writeStructure(scope: Scope, plan: StructurePlan): Promise<void> {
  const { tx } = scope;
  const orgId = scope.organisation.id;
  const startsOn = today(scope);

  await inChunks(plan.inserts, (chunk) => tx.insert(unit).values(chunk.map(({ parentId, ...u }) => ({ orgId, ...u }))));
  if (plan.updates.length > 0) {
    await tx.execute(sql`
      update unit u set name = v.name, headcount = v.headcount, working_pattern = v.pattern
      from jsonb_to_recordset(${JSON.stringify(plan.updates.map((u) => ({ id: u.id, name: u.name, headcount: u.headcount, pattern: u.workingPattern })))}::jsonb)
        as v(id uuid, name text, headcount int, pattern text)
      where u.org_id = ${orgId} and u.id = v.id`);
  }
  await endPlacements(scope, [...plan.moves.map((m) => m.id), ...plan.closes], startsOn);
  const placed = [...plan.inserts, ...plan.moves];
  await inChunks(placed, (chunk) =>
    tx.insert(unitPlacement).values(chunk.map((p) => ({ orgId, unitId: p.id, parentId: p.parentId, startsOn }))),
  );
  if (plan.paths.length > 0) {
    const paths = JSON.stringify(plan.paths.map((p) => ({ id: p.id, path: `{${p.path.join(",")}}` })));
    await tx.execute(sql`
      update unit u set path = v.path::uuid[]
      from jsonb_to_recordset(${paths}::jsonb) as v(id uuid, path text)
      where u.org_id = ${orgId} and u.id = v.id`);
  }
  await closeUnits(scope, plan.closes, startsOn);
}

/** Closes the open placements of these units. */
export async function endPlacements(scope: Scope, unitIds: readonly string[], endsOn: string): Promise<void> {
  await inChunks(unitIds, (ids) =>
    scope.tx
      .update(unitPlacement)
      .set({ endsOn })
      .where(
        and(
          eq(unitPlacement.orgId, scope.organisation.id),
          inArray(unitPlacement.unitId, ids),
          isNull(unitPlacement.endsOn),
        ),
      ),
  );
}

/** Marks units as closed and ends the roles there; their placements are ended by the caller. */
async function closeUnits(scope: Scope, unitIds: readonly string[], closedOn: string): Promise<void> {
  await inChunks(unitIds, async (ids) => {
    await scope.tx
      .update(unit)
      .set({ status: "closed", closedOn })
      .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, ids)));
    await endRolesAt(scope, ids);
  });
}
