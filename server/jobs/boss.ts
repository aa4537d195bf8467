import { PgBoss } from "pg-boss";
import { env } from "#server/kernel/env.ts";
import { log } from "#server/kernel/log.ts";

/**
 * The queue's client of the worker process, on the app role: tables and queues are the migrator's, so nothing here may
 * change a schema. How often it looks for jobs whose worker has died decides how soon another one takes them.
 */
export function openBoss(): PgBoss {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "bearing-worker",
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    // Needs the owner of the tables.
    reindex: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on("error", (error) => log("error", "queue.failed", { name: error.name }));
  return boss;
}
