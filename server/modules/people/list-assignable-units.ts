import { and, asc, eq, ilike, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AssignableUnit, ListAssignableUnits } from "#contracts/people.ts";
import type { UnitKind } from "#contracts/register.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { containing } from "#server/kernel/search.ts";
import { FITTING_UNITS } from "./rules.ts";

const SHOWN = 50;
const above = alias(unit, "above");

/** Where a role can be given: units of the scope that fit the role, found by name or code; the first fifty. */
export async function listAssignableUnits(
  scope: Scope<"role:manage">,
  input: ListAssignableUnits,
): Promise<AssignableUnit[]> {
  const words = input.search ? containing(input.search) : null;
  const rows = await scope.tx
    .select({ id: unit.id, name: unit.name, kind: unit.kind, parentName: above.name })
    .from(unit)
    .leftJoin(above, and(eq(above.orgId, unit.orgId), eq(above.id, sql`${unit.path}[cardinality(${unit.path}) - 1]`)))
    .where(
      and(
        eq(unit.orgId, scope.organisation.id),
        within(scope, unit.path),
        ne(unit.status, "closed"),
        inArray(unit.kind, [...FITTING_UNITS[input.role]]),
        words ? or(ilike(unit.name, words), ilike(unit.code, words)) : undefined,
      ),
    )
    .orderBy(sql`${unit.kind} <> 'organisation'`, asc(unit.name), asc(unit.id))
    .limit(SHOWN);
  return rows.map((r) => ({ ...r, kind: r.kind as UnitKind }));
}
