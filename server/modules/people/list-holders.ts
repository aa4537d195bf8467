import { and, asc, eq, ilike, isNull, ne, or } from "drizzle-orm";
import type { Holder, ListHolders } from "#contracts/people.ts";
import type { Role } from "#contracts/roles.ts";
import { person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { containing } from "#server/kernel/search.ts";
import { inForceOn, selectAssignments, todayOf } from "./queries.ts";

const SHOWN = 50;

/** Roles in force that a deputy can stand in for, found by person or unit; the first fifty. */
export async function listHolders(scope: Scope<"role:manage">, input: ListHolders): Promise<Holder[]> {
  const words = input.search ? containing(input.search) : null;
  const rows = await selectAssignments(
    scope,
    and(
      inForceOn(todayOf(scope)),
      isNull(roleAssignment.deputyOf),
      ne(roleAssignment.role, "member"),
      eq(person.status, "active"),
      words ? or(ilike(person.name, words), ilike(unit.name, words)) : undefined,
    ),
  )
    .orderBy(asc(person.name), asc(roleAssignment.id))
    .limit(SHOWN);
  return rows.map((r) => ({
    assignmentId: r.id,
    personId: r.personId,
    personName: r.personName,
    role: r.role as Role,
    unitName: r.unitName,
  }));
}
