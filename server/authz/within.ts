import { arrayOverlaps, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Scope } from "#server/kernel/scope.ts";

/** "Is one of the scope's units, or below one": goes into the predicate of every query on the tree. */
export function within(scope: Scope, path: PgColumn): SQL {
  return scope.everywhere ? sql`true` : arrayOverlaps(path, [...scope.roots]);
}
