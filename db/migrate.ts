import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { fileURLToPath } from "node:url";
import { installQueues } from "./queues.ts";

/**
 * Brings a database up to date as its owner: our migrations, then the job queue's tables. Append-only and idempotent;
 * an advisory lock lets one of several starting processes do it.
 */
export async function migrate(options: { migratorUrl: string; log?: (line: string) => void }): Promise<void> {
  const sql = postgres(options.migratorUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "bearing-migrate" },
  });
  try {
    await sql`select pg_advisory_lock(hashtext('bearing-migrate'))`;
    await runMigrations(drizzle(sql), { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    options.log?.("schema is up to date");
    await installQueues(options.migratorUrl, sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
