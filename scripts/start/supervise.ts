import { setTimeout as sleep } from "node:timers/promises";
import { type Embedded, startEmbedded } from "#db/embedded.ts";
import type { Service } from "../lib/processes.ts";

export type Running = { server: Embedded | undefined; web: Service; worker: Service | undefined };

type Watch = {
  running: Running;
  /** Starts the worker again; undefined where there is none. */
  restartWorker: () => Service | undefined;
  changed: () => void;
  say: (line: string) => void;
};

const restartsAllowed = 5;

/** Watches the parts and settles with the reason why everything has to stop. Postgres and the worker get other chances. */
export async function superviseUntilFailure(watch: Watch, stopped: AbortSignal): Promise<string> {
  const restarts = { postgres: 0, worker: 0 };
  const { running, say } = watch;
  while (!stopped.aborted) {
    if (running.web.hasEnded()) return `The web process ended (${await running.web.ended}).`;
    if (running.worker?.hasEnded()) {
      say(`The worker process ended (${await running.worker.ended}): starting it again.`);
      restarts.worker += 1;
      if (restarts.worker > restartsAllowed) return "The worker process keeps ending.";
      running.worker = watch.restartWorker();
      watch.changed();
    }
    if (running.server && !running.server.alive()) {
      restarts.postgres += 1;
      if (restarts.postgres > restartsAllowed) return "Postgres keeps ending.";
      say("Postgres ended unexpectedly: starting it again; nothing committed is lost.");
      const { dataDir, port } = running.server;
      running.server = await startEmbedded({ dataDir, port });
      watch.changed();
      if (running.server.port !== port) return "Postgres could not have its port again.";
    }
    await sleep(500, undefined, { signal: stopped }).catch(() => {});
  }
  return "";
}
