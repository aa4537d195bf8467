import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedError } from "./embedded-error.ts";
import { isSameProcess, startToken } from "./embedded-process.ts";

/** What is remembered beside the cluster: its name (to find orphans), the port, and which launcher may stop it. */
export type State = { id: string; port?: number; owner?: { pid: number; token: string | undefined } };

export type Home = ReturnType<typeof homeOf>;

/** The files of one embedded server, all in one folder. */
export const homeOf = (home: string) => ({
  home,
  pgdata: join(home, "pgdata"),
  freshPgdata: join(home, "pgdata.new"),
  password: join(home, "superuser.password"),
  state: join(home, "state.json"),
  lock: join(home, "launcher.lock"),
  log: join(home, "postgres.log"),
});

export function readState(files: Home): State {
  try {
    return JSON.parse(readFileSync(files.state, "utf8")) as State;
  } catch {
    const state: State = { id: randomBytes(5).toString("hex") };
    writeState(files, state);
    return state;
  }
}

export function writeState(files: Home, state: State): void {
  writeFileSync(`${files.state}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(`${files.state}.new`, files.state);
}

/** The superuser's password, made once: 0600, owned by whoever starts Bearing. */
export function readPassword(files: Home): string {
  if (!existsSync(files.password)) {
    if (existsSync(files.pgdata)) {
      throw new EmbeddedError(`The password file ${files.password} is missing: restore it or a backup.`);
    }
    writeFileSync(files.password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(files.password, "utf8").trim();
}

export const me = (): { pid: number; token: string | undefined } => ({
  pid: process.pid,
  token: startToken(process.pid),
});

/** One launcher at a time per data folder; a lock whose holder died is taken over. */
export async function withLock<T>(files: Home, work: () => Promise<T>): Promise<T> {
  mkdirSync(files.home, { recursive: true });
  for (const until = Date.now() + 60_000; ; ) {
    try {
      writeFileSync(files.lock, JSON.stringify(me()), { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (holderIsGone(files.lock)) rmSync(files.lock, { force: true });
      else if (Date.now() > until)
        throw new EmbeddedError("Another start of the same data folder has been busy for a minute.");
      else await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(files.lock, { force: true });
  }
}

function holderIsGone(lock: string): boolean {
  try {
    const { pid, token } = JSON.parse(readFileSync(lock, "utf8")) as { pid: number; token?: string };
    return !isSameProcess(pid, token);
  } catch {
    // Half-written: its writer is between open and write, or died there.
    const info = statSync(lock, { throwIfNoEntry: false });
    return info !== undefined && Date.now() - info.mtimeMs > 2000;
  }
}
