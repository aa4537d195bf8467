import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { locate, settle } from "./embedded-account.ts";
import { prepareBinaries } from "./embedded-binaries.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { isAlive, isSameProcess } from "./embedded-process.ts";
import {
  type Cluster,
  clearRemains,
  findRunning,
  freePort,
  initialise,
  launch,
  stopPostmaster,
  superuser,
  urlOf,
} from "./embedded-server.ts";
import { homeOf, me, readPassword, readState, withLock, writeState } from "./embedded-state.ts";

export { EmbeddedError };

export type Embedded = {
  host: string;
  port: number;
  /** The folder that really holds the cluster (`pgdata`), its password, state and log; see `settle`. */
  dataDir: string;
  superuser: { user: string; password: string; database: string };
  url(database?: string): string;
  pid: number;
  /** True when it was running before and the living process that started it owns it. */
  attached: boolean;
  alive(): boolean;
  /**
   * Fast shutdown, nothing lost. Does nothing on an attached handle: whoever started the server, or took it over after
   * its launcher was killed, is the one that stops it.
   */
  stop(): Promise<void>;
};

export type StartOptions = {
  /** Default `<project>/.data/postgres`. */
  dataDir?: string | undefined;
  /** First port to try; default the one used last, else 54329. 0: any free one. */
  port?: number | undefined;
  log?: ((line: string) => void) | undefined;
  /** False only for throw-away test data: no fsync, a crash may lose everything. */
  durable?: boolean | undefined;
};

export const defaultDataDir = fileURLToPath(new URL("../.data/postgres", import.meta.url));
const firstPort = 54329;

/**
 * Starts the embedded Postgres of a data folder, or attaches to it when it runs already. Listens on 127.0.0.1 only.
 * Throws EmbeddedError with one sentence where the machine does not allow it.
 */
export async function startEmbedded(options: StartOptions = {}): Promise<Embedded> {
  const { durable = true, log = () => {} } = options;
  const { home, account } = settle(options.dataDir ?? defaultDataDir);
  const files = homeOf(home);
  return await withLock(files, async () => {
    const state = readState(files);
    const binaries = prepareBinaries(account, home);
    const cluster: Cluster = { files, account, binaries, name: `bearing-${state.id}`, password: readPassword(files) };
    assertSameMajor(cluster);

    const running = await findRunning(cluster);
    if (running) {
      const attached = state.owner !== undefined && isSameProcess(state.owner.pid, state.owner.token);
      if (!attached) log("Postgres was still running without its launcher: taken over");
      writeState(files, { ...state, port: running.port, owner: attached ? state.owner : me() });
      return handle(cluster, running, attached);
    }

    await clearRemains(cluster);
    if (!existsSync(files.pgdata)) {
      log(`creating the data folder ${files.pgdata}`);
      initialise(cluster, durable);
    }
    const started = await launchSomewhere(cluster, options.port ?? state.port ?? firstPort, durable, log);
    writeState(files, { ...state, port: started.port, owner: me() });
    return handle(cluster, started, false);
  });
}

/** The data folder that `startEmbedded` would use, the running server's pid if there is one; changes nothing. */
export function inspectEmbedded(dataDir: string = defaultDataDir): { dataDir: string; exists: boolean; pid?: number } {
  const home = locate(dataDir);
  const noted = join(home, "pgdata", "postmaster.pid");
  const exists = existsSync(join(home, "pgdata"));
  try {
    const pid = Number(readFileSync(noted, "utf8").split("\n")[0]);
    return isAlive(pid) ? { dataDir: home, exists, pid } : { dataDir: home, exists };
  } catch {
    return { dataDir: home, exists };
  }
}

async function launchSomewhere(cluster: Cluster, wished: number, durable: boolean, log: (line: string) => void) {
  let from = wished;
  for (let tries = 0; tries < 10; tries += 1) {
    const port = await freePort(from);
    if (wished !== 0 && port !== wished) log(`port ${wished} is taken: using ${port}`);
    const result = await launch(cluster, port, durable);
    if ("pid" in result) return { pid: result.pid, port };
    if (result.busy === "port") from = wished === 0 ? 0 : port + 1;
    else await clearRemains(cluster);
  }
  throw new EmbeddedError(`Postgres did not start after ten tries (log: ${cluster.files.log}).`);
}

function handle(cluster: Cluster, running: { pid: number; port: number }, attached: boolean): Embedded {
  const { files, password } = cluster;
  return {
    host: "127.0.0.1",
    port: running.port,
    dataDir: files.home,
    superuser: { user: superuser, password, database: "postgres" },
    url: (database) => urlOf(password, running.port, database),
    pid: running.pid,
    attached,
    alive: () => isAlive(running.pid),
    stop: async () => {
      if (attached) return;
      await withLock(files, async () => {
        const { owner, ...state } = readState(files);
        if (owner && owner.pid !== process.pid && isSameProcess(owner.pid, owner.token)) return;
        if (isAlive(running.pid)) await stopPostmaster(cluster, running.pid);
        writeState(files, state);
      });
    },
  };
}

function assertSameMajor({ files, binaries }: Cluster): void {
  const noted = join(files.pgdata, "PG_VERSION");
  if (!existsSync(noted)) return;
  const has = readFileSync(noted, "utf8").trim();
  const runs = binaries.version.split(".")[0];
  if (has !== runs) {
    throw new EmbeddedError(
      `The data folder ${files.pgdata} was made by Postgres ${has} and this version brings Postgres ${runs}: restore a backup made by the old version, or set BEARING_DATA_DIR to a new folder.`,
    );
  }
}
