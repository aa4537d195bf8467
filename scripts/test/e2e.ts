import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "#db/embedded-server.ts";
import { dataPaths, nodeModule, root } from "../lib/paths.ts";
import { runTool, type Service } from "../lib/processes.ts";
import { seconds } from "../lib/steps.ts";
import { keepSignIns, seedIfEmpty } from "../start/demo.ts";
import type { DatabaseUrls } from "../start/settings.ts";
import { serviceEnv, startWeb, startWorker } from "../start/web.ts";
import { ensureChromium } from "./chromium.ts";
import { type Counts, countPlaywright, none, withExitCode } from "./counts.ts";
import { chooseDist, hasApp } from "./dist.ts";
import type { TestState } from "./prepare-database.ts";

const database = "bearing_e2e";

/** Seeds a database of its own, starts web and worker on a free port, and runs the browser tests against them. */
export async function runEndToEnd(
  state: TestState,
  folder: string,
  options: { log: (line: string) => void; args: string[]; keep: (service: Service) => void },
): Promise<Counts> {
  if (!hasApp() || !hasSpecs(join(root, "tests", "e2e"))) {
    options.log("There are no browser tests yet.");
    return none;
  }
  const chromium = await ensureChromium(options.log);
  const urls = await cloneTemplate(state);
  const paths = dataPaths(join(folder, "e2e"));
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  const port = await freePort(0);
  const url = `http://localhost:${port}`;
  // Playwright listens there (tests/e2e/mails.ts) and keeps what arrives in the folder.
  const mailPort = await freePort(port + 1);
  const mails = join(folder, "mails");
  const env = {
    ...serviceEnv(urls, paths, url),
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    BEARING_DIST: chooseDist(),
    BEARING_LOG: "warn",
    BEARING_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    BEARING_MAIL_FROM: "Bearing <pulse@bearing.example>",
  };
  const started = performance.now();
  const signIns = await seedIfEmpty(urls, options.log);
  if (signIns) keepSignIns(paths, signIns);
  options.log(`demo data: ${seconds(performance.now() - started)}`);
  const worker = startWorker(env, paths.log);
  if (worker) options.keep(worker);
  await startWeb(env, paths.log, { host: "127.0.0.1", port }, options.keep);

  const report = join(folder, "playwright.json");
  const { code } = await runTool(
    process.execPath,
    [nodeModule("@playwright", "test", "cli.js"), "test", "--reporter=list,json", ...options.args],
    {
      show: true,
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        CHROMIUM_PATH: chromium,
        BEARING_E2E_URL: url,
        BEARING_E2E_SIGN_INS: paths.signIns,
        BEARING_E2E_SUPERUSER_URL: withDatabase(state.superuserUrl),
        BEARING_E2E_DATABASE_URL: urls.app,
        BEARING_E2E_SMTP_PORT: String(mailPort),
        BEARING_E2E_MAILS: mails,
      },
    },
  );
  if (code !== 0) {
    // The server's own messages explain more than a red test does; the folder goes away with the run.
    mkdirSync(join(root, "test-results"), { recursive: true });
    cpSync(paths.log, join(root, "test-results", "server.log"));
    options.log("The server's log is in test-results/server.log.");
  }
  return withExitCode(countPlaywright(report), code);
}

async function cloneTemplate(state: TestState): Promise<DatabaseUrls> {
  const sql = postgres(state.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${database} template ${state.template} owner bearing_migrator`);
    await sql.unsafe(`revoke all on database ${database} from public`);
    for (const role of ["migrator", "app", "respondent", "releaser"]) {
      await sql.unsafe(`grant connect on database ${database} to bearing_${role}`);
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
  const { app, migrator, respondent, releaser } = state.urls;
  return {
    app: withDatabase(app),
    migrator: withDatabase(migrator),
    respondent: withDatabase(respondent),
    releaser: withDatabase(releaser),
  };
}

function withDatabase(address: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.toString();
}

function hasSpecs(folder: string): boolean {
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(".spec.ts"))
  );
}
