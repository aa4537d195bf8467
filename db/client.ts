import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { nameStatements } from "./named-statements.ts";
import * as schema from "./schema/index.ts";

export type Database = PostgresJsDatabase<typeof schema>;
/** A drizzle transaction; every tenant query runs in one, because the tenant is a transaction-local setting. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type Client = { db: Database; sql: Sql; close(): Promise<void> };

/**
 * One pool. `prepare: false` is for a PgBouncer in transaction mode; the embedded server keeps prepared statements.
 */
export function openClient(url: string, options: { max: number; prepare?: boolean; name: string }): Client {
  const sql = nameStatements(
    postgres(url, {
      max: options.max,
      prepare: options.prepare ?? true,
      connection: { application_name: options.name },
      onnotice: () => {},
      connect_timeout: 10,
    }),
  );
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
