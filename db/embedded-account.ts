import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EmbeddedError } from "./embedded-error.ts";

/** Who runs Postgres. Without ids: the current user. Postgres refuses to run as root, so root lends it another user. */
export type Account = { uid?: number; gid?: number };

const sharedHome = "/var/lib/bearing";
const candidates = ["postgres", "_postgres", "bearing", "nobody"];

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The folder that really holds the cluster, and the account that runs it. Root cannot always use the wished folder: where
 * another user cannot reach it (a 0700 home), the cluster lives under /var/lib/bearing and a `location` file in the
 * wished folder says where. The pointer belongs to the wished folder, so a fresh clone at an old path starts empty.
 */
export function settle(wished: string): { home: string; account: Account } {
  const folder = resolve(wished);
  makeFolder(folder);
  if (!isRoot()) {
    assertOwn(folder);
    return { home: realpathSync(folder), account: {} };
  }
  const pointer = join(folder, "location");
  const pointed = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : "";
  if (pointed) {
    makeFolder(pointed);
    return { home: pointed, account: chooseAccount(pointed) };
  }
  const account = chooseAccount(folder);
  if (canReach(realpathSync(folder), account)) {
    openForTraversal(folder);
    return { home: realpathSync(folder), account };
  }
  const home = join(sharedHome, randomBytes(6).toString("hex"));
  makeFolder(home);
  openForTraversal(home);
  writeFileSync(join(home, "origin"), `${folder}\n`);
  writeFileSync(pointer, `${home}\n`);
  return { home, account };
}

/** Where the cluster of a wished folder is, without creating anything. */
export function locate(wished: string): string {
  const pointer = join(resolve(wished), "location");
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : resolve(wished);
}

export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

/** True when the account can pass through every folder above and including `path`. */
export function canReach(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    // The last folder itself is ours to open; its parents are somebody's home.
    if (!(mode & bit) && !(at === path && uid === 0)) return false;
    if (at === dirname(at)) return true;
  }
}

function chooseAccount(home: string): Account {
  const pgdata = join(home, "pgdata");
  if (existsSync(pgdata)) {
    const { uid, gid } = statSync(pgdata);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of candidates) {
    const account = lookUp(name);
    if (account && works(account)) return account;
  }
  for (const [command, ...args] of [
    ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "bearing"],
    ["adduser", "-S", "-D", "-H", "bearing"],
  ] as [string, ...string[]][]) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) break;
  }
  const created = lookUp("bearing");
  if (created && works(created)) return created;
  throw new EmbeddedError(
    "Postgres does not run as root, and no other user could be used for it. Create one (useradd --system bearing), or start Bearing as an ordinary user.",
  );
}

function lookUp(name: string): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
    const uid = ask("-u");
    const gid = ask("-g");
    return uid > 0 && gid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** A user may exist and still be out of reach, for instance unmapped in a user namespace. */
function works(account: Account): boolean {
  try {
    return spawnSync("/bin/sh", ["-c", "exit 0"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
  } catch {
    return false;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: isRoot() ? 0o755 : 0o700 });
  } catch (error) {
    throw new EmbeddedError(`The data folder ${path} cannot be created: ${(error as Error).message}.`);
  }
}

/** Others may pass through (never list) the folders that we own between the project and the cluster. */
function openForTraversal(path: string): void {
  for (const at of [path, dirname(path)]) {
    const { mode, uid } = statSync(at);
    if (uid === 0 && (mode & 0o111) !== 0o111 && (at === path || at === sharedHome)) chmodSync(at, 0o711);
  }
}

function assertOwn(folder: string): void {
  for (const path of [folder, join(folder, "pgdata")]) {
    if (existsSync(path) && process.getuid && statSync(path).uid !== process.getuid()) {
      throw new EmbeddedError(
        `The data folder ${path} belongs to another user: start Bearing as that user or as root, or set BEARING_DATA_DIR to a folder of your own.`,
      );
    }
  }
  if (existsSync(join(folder, "location"))) {
    throw new EmbeddedError(
      "The data of this project was made by root: start Bearing as root, or set BEARING_DATA_DIR to another folder.",
    );
  }
}
