import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect as connectSocket, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Account, giveTo } from "./embedded-account.ts";
import { type Binaries, cleanEnv } from "./embedded-binaries.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { findClusterProcesses, isAlive, signal, waitForEnd } from "./embedded-process.ts";
import type { Home } from "./embedded-state.ts";

export const superuser = "postgres";

export type Cluster = { files: Home; account: Account; binaries: Binaries; name: string; password: string };

/** Makes the data folder under another name first, so that an initdb that was killed leaves nothing half-made behind. */
export function initialise({ files, account, binaries, password }: Cluster, durable: boolean): void {
  const passwordFile = join(files.home, "initdb.password");
  rmSync(files.freshPgdata, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(account, passwordFile);
    // The other user may not create anything in our folder: it gets an empty one of its own.
    makeOwned(files.freshPgdata, account);
    const run = spawnSync(
      binaries.initdb,
      [
        ...["-D", files.freshPgdata, "-U", superuser, `--pwfile=${passwordFile}`, "--no-instructions"],
        ...["--auth-host=scram-sha-256", "--auth-local=scram-sha-256", "--encoding=UTF8", "--locale=C"],
        // Unicode letters without depending on the libc or ICU of the machine: the order never changes under an index.
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        ...(durable ? [] : ["--no-sync"]),
      ],
      { ...account, ...cleanEnv, cwd: files.home, encoding: "utf8" },
    );
    if (run.status !== 0) {
      throw new EmbeddedError(
        `The Postgres data folder could not be made: ${lastLine(run.stderr || run.error?.message)}.`,
      );
    }
    renameSync(files.freshPgdata, files.pgdata);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts a postmaster and waits until it answers. Returns the reason instead of a pid where another try can help. */
export async function launch(
  cluster: Cluster,
  port: number,
  durable: boolean,
): Promise<{ pid: number } | { busy: "port" | "folder" }> {
  const { files, account, binaries, name } = cluster;
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    // No socket file: its path has a length limit that a deep project folder breaks.
    unix_socket_directories: "",
    cluster_name: name,
    max_connections: "60",
    max_parallel_workers_per_gather: "0",
    timezone: "UTC",
    log_timezone: "UTC",
    // Nothing that a person typed may reach the log: no statements, parameters or failing rows.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: "0",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  if (existsSync(files.log) && statSync(files.log).size > 10 << 20) renameSync(files.log, `${files.log}.1`);
  const log = openSync(files.log, "a", 0o600);
  const from = statSync(files.log).size;
  try {
    const child = spawn(
      binaries.postgres,
      ["-D", files.pgdata, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
      // Detached: Ctrl-C in the terminal must reach the launcher only, which stops Postgres last.
      { ...account, ...cleanEnv, cwd: files.home, detached: true, stdio: ["ignore", log, log] },
    );
    let failed: Error | undefined;
    child.on("error", (error) => {
      failed = error;
    });
    child.unref();
    const pid = child.pid;
    if (pid === undefined) {
      await sleep(0);
      throw new EmbeddedError(`Postgres could not be run: ${failed?.message ?? "unknown reason"}.`);
    }
    if (await waitUntilReady(cluster, pid, port, () => child.exitCode !== null || child.signalCode !== null)) {
      return { pid };
    }
    const said = readFileSync(files.log).subarray(from).toString("utf8");
    if (/could not bind|Address already in use|could not create any TCP/.test(said)) return { busy: "port" };
    if (/lock file .* already exists|pre-existing shared memory block/.test(said)) return { busy: "folder" };
    const fatal = said.split("\n").findLast((line) => /FATAL|PANIC/.test(line));
    throw new EmbeddedError(`Postgres did not start: ${lastLine(fatal ?? said)} (log: ${files.log}).`);
  } finally {
    closeSync(log);
  }
}

/** The postmaster of this data folder when one lives, ready to answer; undefined when there is none. */
export async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const noted = readPostmasterFile(cluster.files);
  if (!noted || !isAlive(noted.pid)) return undefined;
  const ours =
    process.platform === "win32" || findClusterProcesses(cluster.files.pgdata, cluster.name).includes(noted.pid);
  if (!ours) return undefined;
  if (noted.status !== "stopping" && (await waitUntilReady(cluster, noted.pid, noted.port, () => false))) {
    return { pid: noted.pid, port: noted.port };
  }
  await waitForEnd(noted.pid, 60_000);
  return undefined;
}

/**
 * Clears what a killed postmaster left behind. Its children finish what they are doing and leave on their own, mostly in
 * milliseconds; one in the middle of a large write may stay, keeps the shared memory and blocks the restart.
 */
export async function clearRemains({ files, name }: Cluster): Promise<void> {
  const remaining = () => findClusterProcesses(files.pgdata, name);
  const gone = async (ms: number) => {
    for (const until = Date.now() + ms; remaining().length > 0; await sleep(50)) if (Date.now() > until) return false;
    return true;
  };
  if (!(await gone(3000))) {
    for (const pid of remaining()) signal(pid, "SIGQUIT");
    if (!(await gone(2000))) {
      // Their postmaster is dead: recovery from the log follows in any case, so nothing committed depends on them.
      for (const pid of remaining()) signal(pid, "SIGKILL");
      await gone(5000);
    }
  }
  // A reused or never reaped pid in the file would make Postgres refuse; nobody is left in the folder, so it is stale.
  const noted = readPostmasterFile(files);
  if (noted && process.platform !== "win32" && remaining().length === 0)
    rmSync(join(files.pgdata, "postmaster.pid"), { force: true });
}

/** Fast shutdown: sessions are ended, everything is written. */
export async function stopPostmaster({ files, binaries, account }: Cluster, pid: number): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-m", "fast", "-w", "-D", files.pgdata], { ...account, stdio: "ignore" });
    return;
  }
  signal(pid, "SIGINT");
  if (await waitForEnd(pid, 60_000)) return;
  signal(pid, "SIGQUIT");
  await waitForEnd(pid, 10_000);
}

export const urlOf = (password: string, port: number, database = "postgres"): string =>
  `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/** The first free port from `wished` on; 0 asks the system for any. */
export async function freePort(wished: number): Promise<number> {
  if (wished === 0) return listenOnce(0) as Promise<number>;
  for (let port = wished; port < Math.min(wished + 200, 65_536); port += 1) {
    // A server on ::1 only would not stop us, but would take the visitors of localhost.
    if ((await answers(port, "127.0.0.1")) || (await answers(port, "::1"))) continue;
    if ((await listenOnce(port)) !== undefined) return port;
  }
  throw new EmbeddedError(`No free port was found from ${wished} on.`);
}

async function waitUntilReady({ files, password }: Cluster, pid: number, port: number, ended: () => boolean) {
  for (const until = Date.now() + 300_000; Date.now() < until; await sleep(30)) {
    if (ended() || !isAlive(pid)) return false;
    const noted = readPostmasterFile(files);
    if (noted?.pid !== pid || noted.status === "stopping") {
      if (noted?.status === "stopping") return false;
      continue;
    }
    if (noted.status !== "ready") continue;
    const sql = postgres(urlOf(password, port), { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "28P01") {
        throw new EmbeddedError(`The running Postgres does not accept the password in ${files.password}.`);
      }
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
function readPostmasterFile(files: Home): { pid: number; port: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(files.pgdata, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
}

function makeOwned(path: string, account: Account): void {
  mkdirSync(path, { mode: 0o700 });
  giveTo(account, path);
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connectSocket({ port, host });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

function lastLine(text: string | undefined): string {
  const lines = (text ?? "").trim().split("\n");
  return (lines.at(-1) ?? "").replace(/^.*?(FATAL|PANIC|error):\s*/, "").replace(/\.$/, "");
}
