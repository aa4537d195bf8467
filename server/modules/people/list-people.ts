import { and, eq, ilike, or, sql } from "drizzle-orm";
import type { ListPeople, People } from "#contracts/people.ts";
import { person } from "#db/schema/people.ts";
import { fromCursor, toCursor } from "#server/kernel/cursor.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { containing } from "#server/kernel/search.ts";
import { listRolesInForce, visiblePerson } from "./queries.ts";
import { toPersonRow } from "./views.ts";

/** Capitals make no order of their own, whatever the collation of the database. */
const byName = sql<string>`lower(${person.name})`;

/** People of the scope by name, a page at a time; the search looks at names and e-mail addresses. */
export async function listPeople(scope: Scope<"person:read">, input: ListPeople): Promise<People> {
  const words = input.search ? containing(input.search) : null;
  const chosen = and(
    eq(person.orgId, scope.organisation.id),
    visiblePerson(scope),
    words ? or(ilike(person.name, words), ilike(person.email, words)) : undefined,
  );
  const after = input.cursor ? fromCursor(input.cursor) : null;
  const rows = await scope.tx
    .select({ id: person.id, name: person.name, email: person.email, status: person.status, sortName: byName })
    .from(person)
    .where(and(chosen, after ? sql`(${byName}, ${person.id}::text) > (${after[0]}, ${after[1]})` : undefined))
    .orderBy(byName, sql`${person.id}::text`)
    .limit(input.limit + 1);
  const [counted] = await scope.tx.select({ n: sql<number>`count(*)::int` }).from(person).where(chosen);

  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const roles = await listRolesInForce(
    scope,
    shown.map((p) => p.id),
  );
  return {
    people: shown.map((p) =>
      toPersonRow(
        p,
        roles.filter((r) => r.personId === p.id),
      ),
    ),
    total: counted?.n ?? 0,
    nextCursor: last ? toCursor(last.sortName, last.id) : null,
    everywhere: scope.everywhere,
  };
}
