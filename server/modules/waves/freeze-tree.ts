import { and, eq, isNull } from "drizzle-orm";
import { unit, unitPlacement } from "#db/schema/register.ts";
import { waveUnit } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { inTreeOrder } from "./rules.ts";

/** A live unit as it stands today. */
export type LiveUnit = {
  id: string;
  code: string;
  name: string;
  kind: string;
  path: string[];
  headcount: number | null;
  parentId: string | null;
};

/** The tree as it stands today, in tree order: only live units; a closed unit takes its descendants with it. */
export async function readLiveTree(scope: Scope): Promise<LiveUnit[]> {
  const orgId = scope.organisation.id;
  // Joined here: right after a large structure was written the database has no statistics, and its join takes seconds.
  const [live, placements] = await Promise.all([
    scope.tx
      .select({
        id: unit.id,
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        path: unit.path,
        headcount: unit.headcount,
      })
      .from(unit)
      .where(and(eq(unit.orgId, orgId), eq(unit.status, "live"))),
    scope.tx
      .select({ unitId: unitPlacement.unitId, parentId: unitPlacement.parentId })
      .from(unitPlacement)
      .where(and(eq(unitPlacement.orgId, orgId), isNull(unitPlacement.endsOn))),
  ]);
  const parentOf = new Map(placements.map((p) => [p.unitId, p.parentId]));
  return inTreeOrder(live.map((u) => ({ ...u, parentId: parentOf.get(u.id) ?? null })));
}

/**
 * Copies the tree as it stands today into a wave: old waves keep their tree whatever is reorganised later. Returns how
 * many nodes were frozen.
 */
export async function freezeTree(scope: Scope, waveId: string): Promise<number> {
  return storeTree(scope, waveId, await readLiveTree(scope));
}

/** The same for a tree that was changed for this wave: teams that report together under a temporary unit. */
export async function storeTree(scope: Scope, waveId: string, ordered: readonly LiveUnit[]): Promise<number> {
  const orgId = scope.organisation.id;
  const rows = ordered.map(({ id, ...u }, position) => ({ orgId, waveId, unitId: id, ...u, position }));
  // Parents stand before children in tree order; one statement would check the self-reference at its end anyway.
  for (let at = 0; at < rows.length; at += 1000) await scope.tx.insert(waveUnit).values(rows.slice(at, at + 1000));
  return rows.length;
}
