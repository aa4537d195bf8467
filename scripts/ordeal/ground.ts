import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { bootstrap, type RoleUrls } from "#db/bootstrap.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { closeDatabases, connectDatabases } from "#server/kernel/databases.ts";

/** A durable Postgres of its own that may be killed. */
export type Ground = {
  urls: RoleUrls;
  superuser: Sql;
  /** Ends the server and all its processes with -9, and starts it again at the same address. */
  kill(): Promise<void>;
  end(): Promise<void>;
};

export async function breakGround(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), "bearing-ordeal-"));
  let server = await startEmbedded({ dataDir, port: 0 });
  const { urls } = await bootstrap({
    superuserUrl: server.url(),
    database: "bearing",
    secretsFile: join(dataDir, "roles.json"),
  });
  await migrate({ migratorUrl: urls.migrator });
  // What the product reads its configuration from, should a use-case ask for it.
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    DATABASE_RELEASER_URL: urls.releaser,
    DATABASE_RESPONDENT_URL: urls.respondent,
    AUTH_SECRET: "a secret of the ordeal, long enough to derive keys from",
    BEARING_LOG: "silent",
  });
  connectDatabases(urls);
  const address = new URL(server.url());
  address.pathname = "/bearing";
  const superuser = postgres(address.toString(), { max: 2, onnotice: () => {} });
  return {
    urls,
    superuser,
    async kill() {
      const postmaster = Number(readFileSync(join(dataDir, "pgdata", "postmaster.pid"), "utf8").split("\n")[0]);
      for (const pid of [postmaster, ...childrenOf(postmaster)]) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // Ended by itself in the meantime.
        }
      }
      server = await startEmbedded({ dataDir, port: Number(address.port) });
    },
    async end() {
      await superuser.end({ timeout: 1 });
      await closeDatabases();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child!);
}
