import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, expect, test, vi } from "vitest";
import { type Embedded, startEmbedded } from "#db/embedded.ts";
import { isAlive } from "#db/embedded-process.ts";

// Whole servers are started: slow where other work shares the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

// Durable throughout: these tests are about what survives.
const folders: string[] = [];
const servers: Embedded[] = [];
const launchers: ChildProcess[] = [];

afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill("SIGKILL");
  for (const server of servers.splice(0)) {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(name = "pg"): string {
  const parent = mkdtempSync(join(tmpdir(), "bearing embedded "));
  folders.push(parent);
  if (name !== "private") chmodSync(parent, 0o711);
  return join(parent, name);
}

async function start(dataDir: string, port?: number): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, port });
  servers.push(server);
  return server;
}

async function query<T>(server: Embedded, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A process that starts the server and writes numbers, telling each once it is committed. */
async function startWriter(
  dataDir: string,
): Promise<{ launcher: ChildProcess; committed: () => number; ended: () => boolean }> {
  const launcher = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  launchers.push(launcher);
  let text = "";
  let over = false;
  launcher.once("exit", () => {
    over = true;
  });
  launcher.stdout?.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const committed = () => Number(text.slice(0, text.lastIndexOf("\n")).split("\n").at(-1) ?? 0);
  while (committed() < 20) await sleep(20);
  return { launcher, committed, ended: () => over };
}

const postmasterPid = (dataDir: string) =>
  Number(readFileSync(join(dataDir, "pgdata", "postmaster.pid"), "utf8").split("\n")[0]);

const countRows = (server: Embedded) =>
  query(server, async (sql) => Number((await sql`select count(*) as rows from written`)[0]?.rows));

test("starts with the settings we rely on, in a folder with spaces, for this machine only", async () => {
  const server = await start(newFolder());
  const settings = await query(server, async (sql) => {
    const rows = await sql<{ name: string; setting: string }[]>`select name, setting from pg_settings`;
    return new Map(rows.map((row) => [row.name, row.setting]));
  });
  expect(
    Object.fromEntries(
      ["fsync", "listen_addresses", "server_encoding", "TimeZone", "unix_socket_directories"].map((name) => [
        name,
        settings.get(name),
      ]),
    ),
  ).toEqual({
    fsync: "on",
    listen_addresses: "127.0.0.1",
    server_encoding: "UTF8",
    TimeZone: "UTC",
    unix_socket_directories: "",
  });
  expect(
    Object.fromEntries(
      [
        "log_statement",
        "log_parameter_max_length_on_error",
        "log_min_error_statement",
        "max_parallel_workers_per_gather",
      ].map((name) => [name, settings.get(name)]),
    ),
  ).toEqual({
    log_statement: "none",
    log_parameter_max_length_on_error: "0",
    log_min_error_statement: "panic",
    max_parallel_workers_per_gather: "0",
  });
  const wrong = postgres(server.url().replace(server.superuser.password, "guess"), { max: 1 });
  await expect(wrong`select 1`).rejects.toMatchObject({ code: "28P01" });
  await wrong.end();
});

test("a second start attaches, and only the owner's stop ends the server", async () => {
  const dataDir = newFolder();
  const { launcher } = await startWriter(dataDir);
  const second = await start(dataDir);
  expect(second.attached).toBe(true);
  await second.stop();
  expect(second.alive()).toBe(true);
  launcher.kill("SIGTERM");
  await once(launcher, "exit");
  expect(second.alive()).toBe(false);
});

test("kill -9 of Postgres in the middle of writing loses nothing that was committed", async () => {
  const dataDir = newFolder();
  const { committed, launcher } = await startWriter(dataDir);
  process.kill(postmasterPid(dataDir), "SIGKILL");
  await once(launcher, "exit");
  const server = await start(dataDir);
  expect(server.attached).toBe(false);
  expect(await countRows(server)).toBeGreaterThanOrEqual(committed());
});

test("kill -9 of the launcher leaves a server that the next start takes over and may stop", async () => {
  const dataDir = newFolder();
  const { committed, launcher } = await startWriter(dataDir);
  launcher.kill("SIGKILL");
  await once(launcher, "exit");
  const pid = postmasterPid(dataDir);
  const server = await start(dataDir);
  expect(server.pid).toBe(pid);
  expect(server.attached).toBe(false);
  expect(await countRows(server)).toBeGreaterThanOrEqual(committed());
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

test("kill -9 of both during a large write: the orphan is waited for or ended, and the committed rows are there", async () => {
  const dataDir = newFolder();
  const { committed, launcher } = await startWriter(dataDir);
  const busy = await start(dataDir);
  const sql = postgres(busy.url(), { max: 1, onnotice: () => {} });
  const large = sql`create table large as select n, repeat('x', 500) as text from generate_series(1, 20000000) n`.catch(
    () => "ended",
  );
  await sleep(700);
  process.kill(busy.pid, "SIGKILL");
  launcher.kill("SIGKILL");
  await once(launcher, "exit");
  const server = await start(dataDir);
  expect(await countRows(server)).toBeGreaterThanOrEqual(committed());
  expect(
    await query(server, async (client) => (await client`select to_regclass('large') as found`)[0]?.found),
  ).toBeNull();
  expect(await large).toBe("ended");
  await sql.end({ timeout: 1 });
});

test("a taken port gives the next free one, which is remembered", async () => {
  const blocker = createServer().listen(0, "127.0.0.1");
  await once(blocker, "listening");
  const taken = (blocker.address() as { port: number }).port;
  const dataDir = newFolder();
  const server = await start(dataDir, taken);
  expect(server.port).toBeGreaterThan(taken);
  await server.stop();
  blocker.close();
  const again = await start(dataDir);
  expect(again.port).toBe(server.port);
});

test("an interrupted initialisation is begun anew", async () => {
  const dataDir = newFolder();
  mkdirSync(join(dataDir, "pgdata.new", "base"), { recursive: true });
  const server = await start(dataDir);
  expect(existsSync(join(server.dataDir, "pgdata", "PG_VERSION"))).toBe(true);
});

test("a pid file that names a living stranger does not stop the start", async () => {
  const dataDir = newFolder();
  const server = await start(dataDir);
  const file = join(server.dataDir, "pgdata", "postmaster.pid");
  const noted = readFileSync(file, "utf8");
  await server.stop();

  writeFileSync(file, noted.replace(/^\d+/, String(process.ppid)));
  const again = await start(dataDir);
  expect(await query(again, async (sql) => (await sql`select 1 as one`)[0]?.one)).toBe(1);
});

test("two starts at once give one server", async () => {
  const dataDir = newFolder();
  const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
  expect(one.pid).toBe(two.pid);
});

test("under a folder only root may enter, the cluster lives where its user can reach it", async ({ skip }) => {
  skip(process.getuid?.() !== 0, "only root lends Postgres another user");
  const dataDir = newFolder("private");
  const server = await start(dataDir);
  expect(server.dataDir).toMatch(/^\/var\/lib\/bearing\//);
  expect(readFileSync(join(dataDir, "location"), "utf8").trim()).toBe(server.dataDir);
  await server.stop();
  const again = await start(dataDir);
  expect(again.dataDir).toBe(server.dataDir);
});
