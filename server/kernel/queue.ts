import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { type JobPayload, PATIENT_QUEUES, type QueueName } from "#contracts/queues.ts";
import type { Transaction } from "./transaction.ts";

/** A worker that dies is noticed after this long, and its job goes to another one. */
const HEARTBEAT_SECONDS = 30;
/** Backing off from ten seconds to a quarter of an hour. */
const PATIENT = { retryLimit: 200, retryDelay: 10, retryBackoff: true, retryDelayMax: 900 };

/**
 * Puts a job into its queue inside the command's own transaction: a command that rolls back leaves no job, and a job never
 * runs before what it is about can be seen. The queue's client lives in the transaction too, so that no second connection
 * is taken while one is held.
 *
 * @param options.startAfter seconds to wait, or the moment from which it may run
 * @param options.once the same words for the same queue and payload are one job, whoever asks and how often
 */
export async function enqueue<Q extends QueueName>(
  tx: Transaction,
  queue: Q,
  payload: JobPayload<Q>,
  options: { startAfter?: number | Date; once?: string } = {},
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
    await boss.send(queue, payload, {
      heartbeatSeconds: HEARTBEAT_SECONDS,
      startAfter: options.startAfter ?? 0,
      ...(PATIENT_QUEUES.includes(queue) && PATIENT),
      ...(options.once !== undefined && { id: idOf(queue, payload, options.once) }),
    });
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}

/** A job's id made of what it is about: the queue keeps one row per id. */
function idOf(queue: QueueName, payload: object, once: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify([queue, payload, once]))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
