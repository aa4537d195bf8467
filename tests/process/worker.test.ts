import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { answerRows, csv, plainOptions, upload } from "../factories/import-file.ts";
import { giveToVault, parseLink } from "#server/modules/responses/index.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../factories/organisation.ts";
import { makeOpenPulse } from "../factories/pulse.ts";
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

/** Jobs as the queue would hold them, put there by hand so that both workers find work at the same moment. */
const book = (queue: string, data: object, times: number) =>
  Promise.all(
    Array.from(
      { length: times },
      () => sql`insert into pgboss.job (name, data) values (${queue}, ${sql.json(data as never)})`,
    ),
  );

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

test("two workers that start book the mail of the month where it was never booked, once", {
  timeout: 120_000,
}, async () => {
  const booked = () => sql`select id from pgboss.job where name = 'monthly-mail' and data->>'orgId' = ${north.id}`;
  await sql`delete from pgboss.job where name = 'monthly-mail' and data->>'orgId' = ${north.id}`;
  const workers = [startWorker(), startWorker()];
  await until("both started", async () => workers.every(({ said }) => said().includes("worker.started")));
  expect(await booked()).toHaveLength(1);
  for (const { said } of workers) expect(said()).not.toContain("booking-failed");
});

test("two processes with the same step to take, six times over, take it once", { timeout: 120_000 }, async () => {
  const south = await makeOrganisation("south-of-two");
  const org = await makeOrganisation("two-processes");
  const pulse = await makeOpenPulse(org, { a1: 12, a2: 11 }, { closesAt: new Date(Date.now() + 1500) });
  const beside = await makeOpenPulse(south, { a1: 12 });
  for (const link of [...pulse.links.a1!, ...pulse.links.a2!]) {
    const answers = { answers: Array(12).fill(4), extra: 2, locals: Array(5).fill(null), note: null };
    expect(await giveToVault(parseLink(link.slice("/r/".length))!, answers)).toBe("received");
  }
  await sleep(1600);
  const workers = [startWorker(), startWorker()];
  await until("both at work", async () => workers.every((worker) => worker.said().includes("worker.started")));
  await book("wave-step", { orgId: org.id, waveId: pulse.waveId }, 6);
  const jobs = async () =>
    (
      await sql`select state, count(*)::int as n from pgboss.job where name = 'wave-step' and data->>'waveId' = ${pulse.waveId} group by 1`
    ).map((row) => `${row.n} ${row.state}`);
  await until(
    "all six done",
    async () => (await jobs()).join() === "6 completed" || (await jobs()).some((job) => /^[6-9] completed/.test(job)),
  );
  for (const worker of workers) worker.child.kill("SIGTERM");
  expect(await Promise.all(workers.map((worker) => worker.ended))).toEqual([0, 0]);
  // Otherwise one of them had nothing to do.
  for (const worker of workers) expect(worker.said()).toContain('"queue":"wave-step"');
  const [found] = await sql`
    select w.status, (select count(*)::int from release r where r.wave_id = w.id) as releases,
      (select sum(answers)::int from release r where r.wave_id = w.id) as answers
    from wave w where w.id = ${pulse.waveId}`;
  expect(found).toEqual({ status: "published", releases: 1, answers: 23 });
  const booked = await sql`
    select action, count(*)::int as n from audit_event where org_id = ${org.id} and action in ('wave.close-pulse', 'wave.seal')
    group by 1 order by 1`;
  expect(booked.map((row) => [row.action, row.n])).toEqual([
    ["wave.close-pulse", 1],
    ["wave.seal", 1],
  ]);
  const [told] = await sql`
    select count(*)::int as n, count(distinct person_id)::int as people from outbox_mail
    where wave_id = ${pulse.waveId} and kind = 'results_out'`;
  expect(told?.n).toBeGreaterThan(0);
  expect(told?.n).toBe(told?.people);
  expect((await sql`select status from wave where id = ${beside.waveId}`)[0]?.status).toBe("open");
});
