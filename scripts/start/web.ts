import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "#db/embedded-server.ts";
import { type DataPaths, nodeModule, root } from "../lib/paths.ts";
import { type Service, startService, waitForHttp } from "../lib/processes.ts";
import type { DatabaseUrls, Settings } from "./settings.ts";

export const workerScript = join(root, "server", "jobs", "worker.ts");

/** Address and port of the web process; the port is the first free one from the wished one on. */
export async function chooseAddress(settings: Settings): Promise<{ port: number; url: string }> {
  const port = await freePort(settings.port);
  return { port, url: settings.publicUrl ?? `http://localhost:${port}` };
}

/** The environment of the web and worker processes. The migrator's address is not in it: nothing at run time may own tables. */
export function serviceEnv(urls: DatabaseUrls, paths: DataPaths, url: string): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATOR_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: urls.app,
    DATABASE_RESPONDENT_URL: urls.respondent,
    DATABASE_RELEASER_URL: urls.releaser,
    AUTH_SECRET: inherited.AUTH_SECRET || keptSecret(paths),
    BEARING_URL: url,
  };
}

export async function startWeb(
  env: NodeJS.ProcessEnv,
  log: string,
  at: { host: string; port: number },
  started: (service: Service) => void = () => {},
): Promise<Service> {
  const args = ["start", "--port", String(at.port), "--hostname", at.host];
  const web = startService("web", nodeModule("next", "dist", "bin", "next"), args, { env, log });
  started(web);
  await waitForHttp(`http://${at.host === "0.0.0.0" || at.host === "::" ? "127.0.0.1" : at.host}:${at.port}/`, web);
  return web;
}

/** Background work has a process of its own; undefined while there is none to start. */
export function startWorker(env: NodeJS.ProcessEnv, log: string): Service | undefined {
  return existsSync(workerScript) ? startService("worker", workerScript, [], { env, log }) : undefined;
}

/** Signs session cookies; made once, so that a restart signs nobody out. */
function keptSecret(paths: DataPaths): string {
  if (!existsSync(paths.appSecret))
    writeFileSync(paths.appSecret, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(paths.appSecret, "utf8").trim();
}
