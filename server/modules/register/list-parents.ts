import { and, asc, eq, ilike, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ListParents, Parents } from "#contracts/register-views.ts";
import { organisationSetting, unit } from "#db/schema/register.ts";
import { alsoAllowed, type Member, within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { containing } from "#server/kernel/search.ts";

const LISTED = 50;
const above = alias(unit, "above");

/** Units of the reader's part under which a team may be registered, by name; search finds the others. */
export async function listParents(
  scope: Scope<"team:register">,
  { member, search }: ListParents & { member: Member },
): Promise<Parents> {
  const orgId = scope.organisation.id;
  const words = search ? containing(search) : null;
  const [rows, [setting]] = await Promise.all([
    scope.tx
      .select({ id: unit.id, code: unit.code, name: unit.name, path: unit.path, parentName: above.name })
      .from(unit)
      .leftJoin(above, and(eq(above.orgId, unit.orgId), sql`${above.id} = ${unit.path}[cardinality(${unit.path}) - 1]`))
      .where(
        and(
          eq(unit.orgId, orgId),
          eq(unit.status, "live"),
          ne(unit.kind, "team"),
          within(scope, unit.path),
          words ? or(ilike(unit.name, words), ilike(unit.code, words)) : undefined,
        ),
      )
      .orderBy(asc(unit.name), asc(unit.id))
      .limit(LISTED + 1),
    scope.tx.select().from(organisationSetting).where(eq(organisationSetting.orgId, orgId)),
  ]);
  const approves = alsoAllowed(member, "team:approve");
  return {
    units: rows.slice(0, LISTED).map(({ path, ...row }) => ({
      ...row,
      liveAtOnce: setting?.teamRegistration === "live" || path.some((id) => approves.includes(id)),
    })),
    more: rows.length > LISTED,
  };
}
