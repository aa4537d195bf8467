import { and, asc, eq, inArray } from "drizzle-orm";
import type { Managed } from "#contracts/register-views.ts";
import { unit } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** The tops of what the reader may change: a file of HR of a branch is about the branch alone. */
export async function listManaged(scope: Scope<"unit:manage">): Promise<Managed> {
  const units = await scope.tx
    .select({ id: unit.id, code: unit.code, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), inArray(unit.id, [...scope.roots])))
    .orderBy(asc(unit.name));
  return { everywhere: scope.everywhere, units };
}
