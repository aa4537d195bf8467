import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Embedded, startEmbedded } from "#db/embedded.ts";
import { settle } from "#db/embedded-account.ts";
import { homeOf } from "#db/embedded-state.ts";
import { copyCluster, giveTree } from "./cluster-copy.ts";
import { type DataPaths, makeDataFolder } from "./paths.ts";
import { runTool } from "./processes.ts";
import { UserError } from "./user-error.ts";

type Manifest = { kind: "bearing-backup"; format: 1; postgres: string; createdAt: string };

/** Kept with the data: without the first nobody gets into the restored server, without the second everybody is signed out. */
const companions = ["superuser.password", "app.secret", "sign-ins.json"] as const;

/**
 * Writes one .tar.gz that holds everything, while the product runs or not. A physical copy (the package brings no
 * pg_dump): restorable with the same major version of Postgres only.
 */
export async function backUp(paths: DataPaths, file: string): Promise<void> {
  if (!existsSync(paths.postgres))
    throw new UserError("There is no data to back up: nothing has been started here yet.");
  const target = resolve(file);
  if (existsSync(target)) throw new UserError(`${target} exists already: name another file.`);
  const staging = join(paths.data, "backup.new");
  const server = await startEmbedded({ dataDir: paths.postgres });
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    await copyCluster(server, join(staging, "pgdata"));
    for (const name of companions) {
      const from = name === "superuser.password" ? homeOf(server.dataDir).password : join(paths.data, name);
      if (existsSync(from)) cpSync(from, join(staging, name));
    }
    const manifest: Manifest = {
      kind: "bearing-backup",
      format: 1,
      postgres: readFileSync(join(staging, "pgdata", "PG_VERSION"), "utf8").trim(),
      createdAt: new Date().toISOString(),
    };
    writeFileSync(join(staging, "manifest.json"), JSON.stringify(manifest));
    mkdirSync(dirname(target), { recursive: true });
    const part = `${target}.part`;
    // Made private before it is filled: it holds every answer and every password hash.
    writeFileSync(part, "", { mode: 0o600 });
    await tar("pack", ["-czf", part, "-C", staging, "."]);
    await tar("read back", ["-tzf", part]);
    renameSync(part, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    await server.stop();
  }
}

/** Puts a backup in place of the data. What was there comes back when the backup turns out to be unusable. */
export async function restore(paths: DataPaths, file: string, overwrite: boolean): Promise<void> {
  if (!existsSync(file)) throw new UserError(`${file} does not exist.`);
  makeDataFolder(paths);
  const staging = join(paths.data, "restore.new");
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  try {
    await tar("unpack", ["-xzf", resolve(file), "-C", staging, "--no-same-owner"]);
    const manifest = readManifest(staging, file);
    const { home, account } = settle(paths.postgres);
    const files = homeOf(home);
    if (existsSync(files.pgdata)) {
      if (!overwrite) {
        throw new UserError(
          "There is data already, and restoring replaces it: add --yes (npm run restore -- <file> --yes).",
        );
      }
      await stopLeftOver(paths);
    }
    const before = join(home, "pgdata.before");
    const passwordBefore = `${files.password}.before`;
    rmSync(before, { recursive: true, force: true });
    if (existsSync(files.pgdata)) renameSync(files.pgdata, before);
    if (existsSync(files.password)) renameSync(files.password, passwordBefore);
    try {
      cpSync(join(staging, "pgdata"), files.pgdata, { recursive: true });
      chmodSync(files.pgdata, 0o700);
      giveTree(account, files.pgdata);
      cpSync(join(staging, "superuser.password"), files.password);
      const server = await startEmbedded({ dataDir: paths.postgres });
      await server.stop();
    } catch (error) {
      rmSync(files.pgdata, { recursive: true, force: true });
      if (existsSync(before)) renameSync(before, files.pgdata);
      if (existsSync(passwordBefore)) renameSync(passwordBefore, files.password);
      throw new UserError(
        `The backup of ${manifest.createdAt} could not be started (${(error as Error).message}); the data is as it was.`,
      );
    }
    for (const name of companions) {
      const from = join(staging, name);
      if (name !== "superuser.password" && existsSync(from)) cpSync(from, join(paths.data, name));
    }
    rmSync(before, { recursive: true, force: true });
    rmSync(passwordBefore, { force: true });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Stops a server whose launcher was killed; refuses where a living one owns it. */
export async function stopLeftOver(paths: DataPaths): Promise<void> {
  const server: Embedded = await startEmbedded({ dataDir: paths.postgres });
  if (server.attached) throw new UserError("Bearing is running: stop it first.");
  await server.stop();
}

function readManifest(staging: string, file: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(staging, "manifest.json"), "utf8")) as Manifest;
    if (manifest.kind === "bearing-backup" && manifest.format === 1) return manifest;
  } catch {
    // Falls through to the one sentence for every kind of wrong file.
  }
  throw new UserError(`${file} is not a backup made by npm run backup.`);
}

async function tar(verb: string, args: string[]): Promise<void> {
  const { code, output } = await runTool("tar", args);
  if (code === 127) throw new UserError("Backups need the program tar, which is not on this machine.");
  if (code !== 0) throw new UserError(`tar could not ${verb} the backup: ${output.trim().split("\n").at(-1) ?? ""}`);
}
