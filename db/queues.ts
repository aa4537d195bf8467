import { PgBoss } from "pg-boss";
import type { Sql } from "postgres";
import { QUEUES } from "#contracts/queues.ts";

/** Installs pg-boss's own schema and our queues, and lets the app role use (never alter) them. */
export async function installQueues(migratorUrl: string, sql: Sql): Promise<void> {
  const boss = new PgBoss({ connectionString: migratorUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((q) => q.name));
    for (const name of QUEUES) {
      if (!known.has(name)) {
        await boss.createQueue(name, {
          retryLimit: 2,
          retryDelay: 5,
          expireInSeconds: 900,
          deleteAfterSeconds: 86_400,
        });
      }
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await sql`grant usage on schema pgboss to bearing_app`;
  await sql`grant select, insert, update, delete on all tables in schema pgboss to bearing_app`;
  await sql`grant usage on all sequences in schema pgboss to bearing_app`;
  await sql`grant execute on all functions in schema pgboss to bearing_app`;
}
