import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { JobPayload, QueueName } from "#contracts/queues.ts";
import type { Transaction } from "./transaction.ts";

/** A worker that dies is noticed after this long, and its job goes to another one. */
const HEARTBEAT_SECONDS = 30;

/**
 * Puts a job into its queue inside the command's own transaction: a command that rolls back leaves no job, and a job never
 * runs before what it is about can be seen. The queue's client lives in the transaction too, so that no second connection
 * is taken while one is held.
 *
 * @param startAfter seconds to wait before it may run
 */
export async function enqueue<Q extends QueueName>(
  tx: Transaction,
  queue: Q,
  payload: JobPayload<Q>,
  options: { startAfter?: number } = {},
): Promise<void> {
  const boss = new PgBoss({
    db: fromDrizzle(tx, sql),
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  let failure: unknown;
  boss.on("error", (error) => {
    failure = error;
  });
  await boss.start();
  try {
    await boss.send(queue, payload, { heartbeatSeconds: HEARTBEAT_SECONDS, startAfter: options.startAfter ?? 0 });
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}
