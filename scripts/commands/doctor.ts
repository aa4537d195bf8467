import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { inspectEmbedded } from "#db/embedded.ts";
import { settle } from "#db/embedded-account.ts";
import { prepareBinaries } from "#db/embedded-binaries.ts";
import { freePort } from "#db/embedded-server.ts";
import { isInstalled } from "../lib/bootstrap.mjs";
import { defaultDist, isBuilt } from "../lib/build.ts";
import { dataPaths, makeDataFolder, root } from "../lib/paths.ts";
import { runCommand } from "../lib/user-error.ts";
import { checkExternal } from "../start/external.ts";
import { findRun } from "../start/run-state.ts";
import { readSettings, type Settings } from "../start/settings.ts";
import { findChromium } from "../test/chromium.ts";

/** `fix` is there when something is missing; `optional` ones do not make the command fail. */
type Finding = { found: string; fix?: string; optional?: boolean };

const paths = dataPaths();

await runCommand(async () => {
  const settings = readSettings();
  const checks: [string, () => Finding | Promise<Finding>][] = [
    ["Node", checkNode],
    ["npm packages", checkPackages],
    ["project folder", () => checkWritable(root)],
    ["disk space", checkDisk],
    settings.database ? ["external Postgres", () => checkDatabase(settings)] : ["embedded Postgres", checkEmbedded],
    ["running", checkRunning],
    ["web port", () => checkPort(settings)],
    ["production build", () => ({ found: isBuilt(defaultDist) ? "up to date" : "will be made by npm start" })],
    ["Chromium", checkChromium],
    ["tar", checkTar],
  ];
  let missing = 0;
  for (const [title, check] of checks) {
    const { found, fix, optional } = await attempt(check);
    const mark = fix === undefined ? "ok" : optional ? "note" : "MISSING";
    if (mark === "MISSING") missing += 1;
    console.log(`${mark.padEnd(8)} ${title.padEnd(18)} ${found}${fix ? `\n${" ".repeat(28)}-> ${fix}` : ""}`);
  }
  console.log(missing === 0 ? "\nEverything that npm start needs is here." : `\n${missing} missing.`);
  return missing === 0 ? 0 : 1;
});

async function attempt(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return { found: "not usable", fix: (error as Error).message };
  }
}

function checkNode(): Finding {
  return { found: `${process.version} for ${process.platform} ${process.arch}` };
}

function checkPackages(): Finding {
  return isInstalled()
    ? { found: "as locked" }
    : { found: "not as locked", fix: "npm install (npm start and npm test do it by themselves)", optional: true };
}

function checkWritable(folder: string): Finding {
  try {
    accessSync(folder, constants.W_OK);
    return { found: "writable" };
  } catch {
    return { found: "not writable", fix: "change its owner, or clone the repository to a folder of your own" };
  }
}

function checkDisk(): Finding {
  const { bavail, bsize } = statfsSync(existsSync(paths.data) ? paths.data : root);
  const free = (bavail * bsize) / 1e9;
  const found = `${free.toFixed(1)} GB free`;
  return free >= 2
    ? { found }
    : { found, fix: "Bearing needs 2 GB: make room, or set BEARING_DATA_DIR to another disk" };
}

function checkEmbedded(): Finding {
  makeDataFolder(paths);
  const { home, account } = settle(paths.postgres);
  const { version } = prepareBinaries(account, home);
  const { exists, pid } = inspectEmbedded(paths.postgres);
  const as = account.uid === undefined ? "" : `, as user ${account.uid}`;
  const state = pid === undefined ? "not running" : `running, process ${pid}`;
  return { found: `${version}${as}; data ${exists ? "in" : "will be in"} ${home} (${state})` };
}

async function checkDatabase(settings: Settings): Promise<Finding> {
  if (!settings.database) return { found: "none" };
  const { version } = await checkExternal(settings.database);
  return { found: `version ${version}, roles as they should be` };
}

function checkRunning(): Finding {
  const run = findRun(paths);
  return { found: run ? `yes, process ${run.pid}${run.url ? ` at ${run.url}` : ""}` : "no" };
}

async function checkPort(settings: Settings): Promise<Finding> {
  if (findRun(paths)) return { found: "in use by Bearing" };
  const port = await freePort(settings.port);
  return { found: port === settings.port ? `${port} is free` : `${settings.port} is taken; ${port} would be used` };
}

async function checkChromium(): Promise<Finding> {
  const path = await findChromium();
  if (path) return { found: path };
  return { found: "none; only npm test needs one", fix: "npm test gets one by itself where it can", optional: true };
}

function checkTar(): Finding {
  return spawnSync("tar", ["--version"]).status === 0
    ? { found: "there" }
    : { found: "none", fix: "install tar: npm run backup and restore need it", optional: true };
}
