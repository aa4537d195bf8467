import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "#db/bootstrap.ts";
import { type Embedded, startEmbedded } from "#db/embedded.ts";
import { freePort } from "#db/embedded-server.ts";
import { migrate } from "#db/migrate.ts";
import { closeDatabases } from "#server/kernel/databases.ts";
import { ensureBuild } from "../lib/build.ts";
import { type DataPaths, dataPaths } from "../lib/paths.ts";
import { endTools, type Service } from "../lib/processes.ts";
import type { DatabaseUrls } from "../start/settings.ts";
import { serviceEnv, startWeb } from "../start/web.ts";
import { chooseDist } from "../test/dist.ts";
import { sweep } from "../test/prepare-database.ts";

const database = "bearing_bench";
const prefix = "bearing-bench-";

/** Where it is measured: a Postgres of its own, as durable as in production, and the production build of the web process. */
export type Stand = {
  urls: DatabaseUrls;
  /** Passes every policy: for raw counterparts without the locks. */
  superuserUrl: string;
  /** A database without anything: the product's own allows no table that it does not know. */
  bareUrl: string;
  port: number;
  env: NodeJS.ProcessEnv;
  paths: DataPaths;
  /** Builds when the last build was made from other sources; starts the web process once. */
  startWeb(): Promise<Service>;
  stop(): Promise<void>;
};

/** @param options.profile makes a free port for the inspector, should it be asked for */
export async function openStand(options: { log: (line: string) => void; profile: boolean }): Promise<Stand> {
  await sweep(prefix);
  const folder = mkdtempSync(join(tmpdir(), prefix));
  let opening: Promise<Embedded> | undefined;
  let web: Promise<Service> | undefined;
  let stopped: Promise<void> | undefined;
  const services: Service[] = [];
  const stop = () => {
    stopped ??= (async () => {
      endTools();
      await Promise.all(services.map((service) => service.stop()));
      await closeDatabases();
      // Postgres may just be starting: it must not be left behind.
      const server = await opening?.catch(() => undefined);
      await server?.stop();
      for (const made of new Set([folder, server?.dataDir ?? folder])) rmSync(made, { recursive: true, force: true });
    })();
    return stopped;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stop().finally(() => process.exit(1)));
  }
  try {
    // The cluster lies at the top, where the next run looks for what a killed one left.
    opening = startEmbedded({ dataDir: folder, port: 0 });
    const server = await opening;
    const paths = dataPaths(join(folder, "bench"));
    mkdirSync(paths.data, { mode: 0o700 });
    const { urls } = await bootstrap({ superuserUrl: server.url(), database, secretsFile: paths.roles });
    await migrate({ migratorUrl: urls.migrator });
    const port = await freePort(0);
    const env: NodeJS.ProcessEnv = {
      ...serviceEnv(urls, paths, `http://localhost:${port}`),
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      BEARING_DIST: chooseDist(),
      BEARING_LOG: "warn",
      // As behind a proxy: each respondent has a network of their own (http.ts).
      BEARING_PROXIES: "1",
    };
    // What is measured in this process runs with the same settings as the web process.
    Object.assign(process.env, env);
    return {
      urls,
      superuserUrl: server.url(database),
      bareUrl: server.url(),
      port,
      env,
      paths,
      startWeb: () => {
        web ??= (async () => {
          if ((await ensureBuild(env)) === "fresh") options.log("built for production");
          const started = options.profile ? { ...env, NODE_OPTIONS: "--inspect-port=0" } : env;
          return startWeb(started, paths.log, { host: "127.0.0.1", port }, (service) => services.push(service));
        })();
        return web;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
