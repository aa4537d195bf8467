import { and, asc, eq, inArray } from "drizzle-orm";
import { MAX_UNITS, type UnitKind, type WorkingPattern } from "#contracts/register.ts";
import type { Tree } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import { alsoAllowed, type Member, within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { isLoose, listSupervisors } from "./queries.ts";
import { parentOf } from "./rules.ts";

/**
 * The live tree of the reader's part, by name. Bounded by the number of units that an organisation may have. Of what
 * stands above, only the names.
 */
export async function readTree(scope: Scope<"unit:read">, member: Member): Promise<Tree> {
  const { tx } = scope;
  const orgId = scope.organisation.id;
  const [rows, supervisors] = await Promise.all([
    tx
      .select()
      .from(unit)
      .where(and(eq(unit.orgId, orgId), eq(unit.status, "live"), within(scope, unit.path)))
      .orderBy(asc(unit.name), asc(unit.id))
      .limit(MAX_UNITS + 1),
    listSupervisors(scope),
  ]);
  const managed = alsoAllowed(member, "unit:manage");
  const managing = { roots: managed, everywhere: managed.includes(member.rootUnitId) };
  const seen = new Set(rows.map((u) => u.id));
  const tops = rows.filter((u) => !seen.has(parentOf(u) ?? ""));
  const names = await namesOf(scope, [...new Set(tops.flatMap((u) => u.path.slice(0, -1)))]);
  return {
    units: rows.map((u) => ({
      id: u.id,
      parentId: seen.has(parentOf(u) ?? "") ? parentOf(u) : null,
      code: u.code,
      name: u.name,
      kind: u.kind as UnitKind,
      headcount: u.headcount,
      workingPattern: u.workingPattern as WorkingPattern | null,
      supervisors: supervisors.get(u.id)?.map((s) => s.name) ?? [],
      manageable: u.path.some((id) => managed.includes(id)),
      loose: isLoose(managing, u),
    })),
    above: tops.map((u) => ({ unitId: u.id, names: u.path.slice(0, -1).map((id) => names.get(id) ?? "") })),
    everywhere: scope.everywhere,
  };
}

/** Names of units that stand above the scope: the one thing of them that is shown. */
export async function namesOf(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, [...ids])));
  return new Map(rows.map((u) => [u.id, u.name]));
}
