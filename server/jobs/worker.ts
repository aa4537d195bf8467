import { closeDatabases } from "#server/kernel/databases.ts";
import { log } from "#server/kernel/log.ts";
import { bookMissingMonthly } from "#server/modules/overview/index.ts";
import { openBoss } from "./boss.ts";
import { QUEUES, runJob } from "./handlers.ts";

/** The launcher kills after ten seconds; a job that is cut off leaves nothing and runs again. */
const STOP_MILLISECONDS = 8000;

const boss = openBoss();
await boss.start({ attempts: 10 });
for (const queue of QUEUES) {
  await boss.work(queue, { includeMetadata: true, pollingIntervalSeconds: 1 }, async ([job]) => {
    if (job) await runJob(queue, job.data, job.retryCount >= job.retryLimit);
  });
}
// What is there already runs whether or not this succeeds; the next worker tries again.
await bookMissingMonthly().catch((error: unknown) => {
  log("error", "worker.booking-failed", { name: error instanceof Error ? error.name : "unknown" });
});
log("info", "worker.started", { pid: process.pid });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
  await closeDatabases();
  log("info", "worker.stopped");
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
