import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "#db/bootstrap.ts";
import { startEmbedded } from "#db/embedded.ts";
import { isSameProcess } from "#db/embedded-process.ts";
import { migrate } from "#db/migrate.ts";

/** What tests are told about their database server; written as JSON where BEARING_TEST_STATE points. */
export type TestState = {
  superuserUrl: string;
  /** A migrated, empty database: `create database x template <template>` gives a test file its own. */
  template: string;
  /** Connections to the template's database by role: replace the database's name for a clone. */
  urls: { app: string; migrator: string; respondent: string; releaser: string };
  secretsFile: string;
};

const prefix = "bearing-test-";
const template = "bearing_template";

/** Starts a throw-away Postgres in a temporary folder with the roles and one migrated template database. */
export async function prepareTestDatabase(log: (line: string) => void = () => {}): Promise<{
  state: TestState;
  stateFile: string;
  stop(): Promise<void>;
}> {
  await sweep(prefix);
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const server = await startEmbedded({ dataDir, port: 0, durable: false, log });
  const stop = async () => {
    await server.stop();
    for (const folder of new Set([server.dataDir, dataDir])) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const secretsFile = join(dataDir, "roles.json");
    const { urls } = await bootstrap({ superuserUrl: server.url(), database: template, secretsFile, log });
    await migrate({ migratorUrl: urls.migrator, log });
    const state: TestState = { superuserUrl: server.url(), template, urls, secretsFile };
    const stateFile = join(dataDir, "test-state.json");
    writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 });
    return { state, stateFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends and removes the throw-away servers of runs that were killed before they could do it themselves. */
export async function sweep(ofPrefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(ofPrefix))) {
    const dataDir = join(tmpdir(), name);
    try {
      const { owner } = JSON.parse(readFileSync(join(dataDir, "state.json"), "utf8")) as {
        owner?: { pid: number; token?: string };
      };
      if (!owner || isSameProcess(owner.pid, owner.token)) continue;
      const server = await startEmbedded({ dataDir, port: 0, durable: false });
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // Half-made, or another user's: not ours to judge.
    }
  }
}
