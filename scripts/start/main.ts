import { existsSync, rmSync, writeFileSync } from "node:fs";
import type { Embedded } from "#db/embedded.ts";
import { ensureBuild } from "../lib/build.ts";
import { dataPaths, makeDataFolder } from "../lib/paths.ts";
import { answersHttp, endTools, type Service } from "../lib/processes.ts";
import { createSteps, seconds } from "../lib/steps.ts";
import { report, UserError } from "../lib/user-error.ts";
import { dropHalfSeeded, openServer, prepareSchema } from "./database.ts";
import { keepSignIns, readSignIns, seedIfEmpty } from "./demo.ts";
import { claimRun, forgetRun, noteRun, type RunState } from "./run-state.ts";
import { readSettings } from "./settings.ts";
import { type Running, superviseUntilFailure } from "./supervise.ts";
import { chooseAddress, serviceEnv, startWeb, startWorker } from "./web.ts";

const paths = dataPaths();
const stopping = new AbortController();
let stopped: Promise<void> | undefined;
const parts: { opening?: Promise<Embedded | undefined>; server?: Embedded | undefined; services: Service[] } = {
  services: [],
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopEverything(0));
// The bootstrap process was killed: nobody could stop us any more.
process.channel?.unref();
process.on("disconnect", () => void stopEverything(0));

try {
  await start();
} catch (error) {
  if (!stopping.signal.aborted) {
    report(error);
    await stopEverything(1);
  }
}

async function start(): Promise<void> {
  const settings = readSettings();
  makeDataFolder(paths);
  const other = await claimRun(paths);
  if (other) process.exit(await tellWhere(other));

  const step = createSteps(6);
  parts.server = await step("Postgres", (note) => {
    parts.opening = openServer(settings, paths, note);
    return parts.opening;
  });
  const urls = await step("Roles and schema", async (note) => {
    if (parts.server && existsSync(paths.seeding)) await dropHalfSeeded(parts.server, note);
    return await prepareSchema(parts.server, settings, paths, () => {});
  });
  await step("Demo data", async (note) => {
    if (settings.seed === "none") return note("not wanted");
    writeFileSync(paths.seeding, "");
    const signIns = await seedIfEmpty(urls, note);
    if (signIns) keepSignIns(paths, signIns);
    rmSync(paths.seeding);
  });
  const { port, url } = await chooseAddress(settings);
  const env = serviceEnv(urls, paths, url);
  await step("Production build", async (note) => {
    if ((await ensureBuild(env)) === "kept") note("unchanged");
  });
  const worker = await step("Worker", async (note) => {
    const service = keep(startWorker(env, paths.log));
    if (!service) note("none yet");
    return service;
  });
  const web = await step("Web", async (note) => {
    if (port !== settings.port) note(`port ${settings.port} is taken: using ${port}`);
    return await startWeb(env, paths.log, { host: settings.host, port }, keep);
  });
  if (stopping.signal.aborted) return;

  const running: Running = { server: parts.server, web, worker };
  noteRun(paths, parts.services, url);
  printAddress(url);
  const reason = await superviseUntilFailure(
    {
      running,
      restartWorker: () => keep(startWorker(env, paths.log)),
      changed: () => {
        parts.server = running.server;
        noteRun(paths, parts.services, url);
      },
      say: (line) => console.log(line),
    },
    stopping.signal,
  );
  if (stopping.signal.aborted) return;
  throw new UserError(`${reason} Its last messages are in ${paths.log}. Everything is being stopped.`);
}

/** Remembers a started process, so that stopping finds it; each is noted at once, so that a crash leaves a trace. */
function keep(service: Service): Service;
function keep(service: Service | undefined): Service | undefined;
function keep(service: Service | undefined): Service | undefined {
  if (!service) return undefined;
  parts.services = [...parts.services.filter((one) => !one.hasEnded()), service];
  noteRun(paths, parts.services);
  return service;
}

/** Web and worker first, Postgres last. A second signal waits for the first stop. */
function stopEverything(code: number): Promise<void> {
  stopped ??= (async () => {
    stopping.abort();
    endTools();
    if (code === 0 && parts.services.length > 0) console.log("\nStopping ...");
    await Promise.all(parts.services.map((service) => service.stop()));
    // Postgres may just be starting: it must not be left behind.
    const server = parts.server ?? (await parts.opening?.catch(() => undefined));
    await server?.stop().catch(report);
    forgetRun(paths);
    if (code === 0 && parts.services.length > 0) console.log("Stopped.");
    process.exit(code);
  })();
  return stopped;
}

function printAddress(url: string): void {
  // Counted from the start of this process.
  console.log(`\nBearing is running at ${url} (ready in ${seconds(performance.now())}; Ctrl-C stops it)`);
  const signIns = readSignIns(paths);
  if (signIns.length === 0) return;
  console.log("\nOne sign-in per role:");
  const width = (key: "role" | "email" | "password") => Math.max(...signIns.map((one) => one[key].length));
  for (const one of signIns) {
    const cells = [
      one.role.padEnd(width("role")),
      one.email.padEnd(width("email")),
      one.password.padEnd(width("password")),
    ];
    console.log(`  ${cells.join("  ")}  ${one.organisation}  ${new URL(one.url, url).href}`);
  }
}

async function tellWhere(run: RunState): Promise<number> {
  if (!run.url) {
    console.log(`Bearing is being started already by process ${run.pid}.`);
    return 0;
  }
  if (await answersHttp(run.url, 10_000)) {
    console.log(`Bearing is already running at ${run.url} (process ${run.pid}).`);
    return 0;
  }
  console.error(
    `Bearing is running as process ${run.pid} but does not answer at ${run.url}: stop it (kill ${run.pid}) and start again.`,
  );
  return 1;
}
