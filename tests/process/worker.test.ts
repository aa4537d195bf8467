import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { answerRows, csv, plainOptions, upload } from "../factories/import-file.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let north: TestOrganisation;
let hr: Caller;
let sql: postgres.Sql;
const started: ChildProcess[] = [];

beforeAll(async () => {
  north = await makeOrganisation("north");
  await makeOrganisation("south");
  hr = await north.as("hr");
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});
afterAll(() => sql.end());

type Worker = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

function startWorker(): Worker {
  let said = "";
  const child = spawn(process.execPath, ["server/jobs/worker.ts"], {
    cwd: root,
    env: { ...process.env, BEARING_LOG: "info", NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  started.push(child);
  return { child, said: () => said, ended: new Promise((done) => child.once("exit", (code) => done(code))) };
}

async function until(what: string, holds: () => Promise<boolean>, seconds = 90): Promise<void> {
  for (let i = 0; i < seconds * 5; i++) {
    if (await holds()) return;
    await sleep(200);
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}

const statusOf = async (importId: string) => (await hr.imports.read({ importId })).status;

test("checks, imports and publishes in the background, then stops when told", { timeout: 120_000 }, async () => {
  const worker = startWorker();
  const { importId } = await upload(hr, csv(answerRows({ A1: 12, A2: 9, B1: 8 })));
  await hr.imports.choose({ importId, options: plainOptions({ label: "By the worker" }) });
  await until("checked", async () => (await statusOf(importId)) === "checked");
  await hr.imports.confirm({ importId });
  await until("published", async () => (await hr.imports.read({ importId })).outcome === "published");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(worker.said()).toContain("worker.stopped");
  expect(worker.said()).not.toMatch(/A1|p12/);
});

test("a killed worker leaves nothing half done, and the next one imports once", { timeout: 180_000 }, async () => {
  const first = startWorker();
  const { importId } = await upload(hr, csv(answerRows({ A1: 12, A2: 9, B1: 8 })));
  await hr.imports.choose({ importId, options: plainOptions({ label: "Killed", closedOn: "2025-10-31" }) });
  await until("checked", async () => (await statusOf(importId)) === "checked");
  // Holds the import up in the middle of its transaction, for as long as it takes to kill it.
  await sql`create function wait_here() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$`;
  await sql`create trigger wait_here before insert on sealed_response for each row execute function wait_here()`;
  await hr.imports.confirm({ importId });
  await until("storing", async () => {
    const [row] =
      await sql`select count(*)::int as n from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
    return (row?.n as number) > 0;
  });
  first.child.kill("SIGKILL");
  await first.ended;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
  await sql`drop trigger wait_here on sealed_response`;
  await sql`drop function wait_here()`;
  expect(await sql`select 1 from wave where label = 'Killed'`).toHaveLength(0);
  expect(await statusOf(importId)).toBe("applying");

  // As if the time after which a silent worker is given up had passed.
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'import-apply' and state = 'active'`;
  startWorker();
  await until("published", async () => (await hr.imports.read({ importId })).outcome === "published");
  const [row] =
    await sql`select count(*)::int as n from sealed_response s join wave w on w.id = s.wave_id where w.label = 'Killed'`;
  expect(row?.n).toBe(29);
});
