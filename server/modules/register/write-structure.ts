import { and, arrayOverlaps, eq, inArray, isNull, sql } from "drizzle-orm";
import { teamRegistration, unit, unitPlacement } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { type EndedRole, endRolesAt } from "./end-roles-at.ts";
import { today } from "./queries.ts";
import type { StructurePlan } from "./structure-diff-rules.ts";
import type { TreeNode } from "./structure-rules.ts";

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
  await endPlacements(
    scope,
    plan.moves.map((m) => m.id),
    startsOn,
  );
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
  await closeUnits(scope, plan.closes, null);
}

/**
 * Puts units of one parent under another: their placements from today on, and the paths of whole subtrees, closed units
 * and waiting teams included, in one statement.
 */
export async function rehang(scope: Scope, units: readonly TreeNode[], parent: TreeNode): Promise<void> {
  const [first] = units;
  if (!first) return;
  const { tx } = scope;
  const orgId = scope.organisation.id;
  const startsOn = today(scope);
  const ids = units.map((u) => u.id);
  await endPlacements(scope, ids, startsOn);
  // A waiting team has no placement yet; it gets one when it is approved.
  const placed = units.filter((u) => u.status === "live").map((u) => u.id);
  await inChunks(placed, (chunk) =>
    tx.insert(unitPlacement).values(chunk.map((unitId) => ({ orgId, unitId, parentId: parent.id, startsOn }))),
  );
  await tx
    .update(unit)
    .set({ path: sql`${sql.param(parent.path, unit.path)} || path[${first.path.length}::int : ]` })
    .where(and(eq(unit.orgId, orgId), arrayOverlaps(unit.path, ids)));
}

/** Closes the open placements of these units. */
async function endPlacements(scope: Scope, unitIds: readonly string[], endsOn: string): Promise<void> {
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

/**
 * Closes units: status and date, their open placements, the roles there, and the requests of teams that still waited.
 * @returns the roles that ended, the first fifty by name
 */
export async function closeUnits(
  scope: Scope,
  unitIds: readonly string[],
  mergedInto: string | null,
): Promise<EndedRole[]> {
  const closedOn = today(scope);
  const ended: EndedRole[] = [];
  await endPlacements(scope, unitIds, closedOn);
  await inChunks(unitIds, async (ids) => {
    await scope.tx
      .update(unit)
      .set({ status: "closed", closedOn, mergedInto })
      .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, ids)));
    await scope.tx
      .update(teamRegistration)
      .set({ decision: "closed_above", decidedAt: scope.clock.now(), decidedBy: scope.actor.personId })
      .where(
        and(
          eq(teamRegistration.orgId, scope.organisation.id),
          inArray(teamRegistration.unitId, ids),
          isNull(teamRegistration.decision),
        ),
      );
    ended.push(...(await endRolesAt(scope, ids)));
  });
  return ended.slice(0, 50);
}
