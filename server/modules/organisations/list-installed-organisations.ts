import { and, asc, ilike, or, sql } from "drizzle-orm";
import type { InstalledOrganisation, InstalledOrganisations, ListOrganisations } from "#contracts/organisations.ts";
import { organisation } from "#db/schema/accounts.ts";
import { fromCursor, toCursor } from "#server/kernel/cursor.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { containing } from "#server/kernel/search.ts";

/** Every organisation of the installation by name, a page at a time: its name, address and state, nothing from inside. */
export async function listInstalledOrganisations(
  scope: AccountScope,
  input: ListOrganisations,
): Promise<InstalledOrganisations> {
  const words = input.search ? containing(input.search) : null;
  const after = input.cursor ? fromCursor(input.cursor) : null;
  const byName = sql<string>`lower(${organisation.name})`;
  const rows = await scope.tx
    .select({
      slug: organisation.slug,
      name: organisation.name,
      status: organisation.status,
      createdAt: organisation.createdAt,
      sortName: byName,
    })
    .from(organisation)
    .where(
      and(
        words ? or(ilike(organisation.name, words), ilike(organisation.slug, words)) : undefined,
        after ? sql`(${byName}, ${organisation.slug}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(byName, asc(organisation.slug))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    organisations: shown.map((o) => ({
      slug: o.slug,
      name: o.name,
      status: o.status as InstalledOrganisation["status"],
      createdAt: o.createdAt.toISOString(),
    })),
    nextCursor: last ? toCursor(last.sortName, last.slug) : null,
  };
}
