import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { inspectEmbedded, startEmbedded } from "#db/embedded.ts";
import { findClusterProcesses, isAlive } from "#db/embedded-process.ts";
import { freePort } from "#db/embedded-server.ts";
import { dataPaths, root } from "#scripts/lib/paths.ts";
import type { RunState } from "#scripts/start/run-state.ts";
import { chooseDist } from "#scripts/test/dist.ts";

// The first start may have to build for production.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

type Run = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

const runs: ChildProcess[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bearing start "));
});

afterEach(async () => {
  for (const child of runs.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});

afterAll(() => {
  rmSync(inspectEmbedded(paths().postgres).dataDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const paths = () => dataPaths(join(folder, "data"));
const readRun = () => JSON.parse(readFileSync(paths().run, "utf8")) as RunState;
const postmasterPid = () => inspectEmbedded(paths().postgres).pid ?? -1;

function launch(env: NodeJS.Dict<string> = {}): Run {
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    // A group of its own, as a terminal gives it: Ctrl-C is a signal to the group.
    detached: true,
    env: { ...process.env, BEARING_DATA_DIR: paths().data, BEARING_SEED: "none", BEARING_DIST: chooseDist(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  runs.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  }
  return { child, output: () => text, exit: once(child, "close").then(([code]) => code as number | null) };
}

async function launchUntilUp(env: NodeJS.Dict<string> = {}): Promise<Run & { url: string }> {
  const run = launch(env);
  let over = false;
  void run.exit.then(() => {
    over = true;
  });
  for (;;) {
    const url = /Bearing is running at (\S+)/.exec(run.output())?.[1];
    if (url) return { ...run, url };
    if (over) throw new Error(`The start ended:\n${run.output()}`);
    await sleep(50);
  }
}

async function expectReachable(url: string): Promise<void> {
  const response = await fetch(url, { redirect: "manual" });
  expect(response.status).toBeLessThan(400);
}

async function expectEnded(pids: number[], ms: number): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: ms, interval: 50 });
}

async function write(text: string): Promise<void> {
  await onServer(async (sql) => {
    await sql`create table if not exists kept (text text)`;
    await sql`insert into kept values (${text})`;
  });
}

const read = () =>
  onServer(async (sql) => (await sql<{ text: string }[]>`select text from kept`).map((row) => row.text));

/** Attached to the running server: its stop leaves the server alone. */
async function onServer<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir: paths().postgres });
  expect(server.attached).toBe(true);
  const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

describe("npm start", () => {
  test("serves, says where when started twice, and leaves nothing behind after Ctrl-C", async () => {
    const run = await launchUntilUp();
    await expectReachable(run.url);
    const started = readRun();
    const pids = [started.pid, postmasterPid(), ...started.children.map((child) => child.pid)];
    expect(pids.filter(isAlive)).toEqual(pids);

    const second = launch();
    expect(await second.exit).toBe(0);
    expect(second.output().trim()).toBe(`Bearing is already running at ${run.url} (process ${started.pid}).`);

    process.kill(-(run.child.pid ?? 0), "SIGINT");
    expect(await run.exit).toBe(0);
    await expectEnded(pids, 1000);
    expect(existsSync(paths().run)).toBe(false);
    const { dataDir } = inspectEmbedded(paths().postgres);
    expect(findClusterProcesses(join(dataDir, "pgdata"), "bearing-none")).toEqual([]);
  });

  test("comes back with nothing lost after kill -9 of itself, and of itself with Postgres", async () => {
    const first = await launchUntilUp();
    await write("one");
    const before = readRun();
    process.kill(before.pid, "SIGKILL");
    await first.exit;
    // Web and worker notice that nobody could stop them any more.
    await expectEnded(
      before.children.map((child) => child.pid),
      15_000,
    );

    const second = await launchUntilUp();
    await expectReachable(second.url);
    expect(await read()).toEqual(["one"]);
    await write("two");
    process.kill(postmasterPid(), "SIGKILL");
    process.kill(readRun().pid, "SIGKILL");
    await second.exit;

    const third = await launchUntilUp();
    await expectReachable(third.url);
    expect(await read()).toEqual(["one", "two"]);
    third.child.kill("SIGTERM");
    expect(await third.exit).toBe(0);
  });

  test("starts Postgres again when it is killed, and stops everything when the web process is", async () => {
    const run = await launchUntilUp();
    await write("three");
    const killed = postmasterPid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(run.output()).toContain("Postgres ended unexpectedly"), { timeout: 10_000 });
    await vi.waitFor(() => expect([killed, -1]).not.toContain(postmasterPid()), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await read()).toContain("three"), { timeout: 20_000 });

    const { children } = readRun();
    const pids = [postmasterPid(), ...children.map((child) => child.pid)];
    process.kill(children.find((child) => child.name === "web")?.pid ?? -1, "SIGKILL");
    expect(await run.exit).toBe(1);
    expect(run.output()).toContain("The web process ended (ended by SIGKILL).");
    await expectEnded(pids, 1000);
  });

  test("a taken port gives the next free one, and says so", async () => {
    const port = await freePort(41_000);
    const blocker = createServer().listen(port, "127.0.0.1");
    await once(blocker, "listening");
    const run = await launchUntilUp({ BEARING_PORT: String(port) });
    expect(run.output()).toContain(`port ${port} is taken: using`);
    expect(run.url).not.toContain(`:${port}`);
    await expectReachable(run.url);
    blocker.close();
  });

  test("stops when only npm is told to: npm passes the signal to a shell, which does not pass it on", async () => {
    const npm = spawn("npm", ["start"], {
      cwd: root,
      env: { ...process.env, BEARING_DATA_DIR: paths().data, BEARING_SEED: "none", BEARING_DIST: chooseDist() },
      stdio: "ignore",
    });
    await vi.waitFor(() => expect(readRun().url).toBeDefined(), { timeout: 300_000, interval: 100 });
    const { pid, children } = readRun();
    const pids = [pid, postmasterPid(), ...children.map((child) => child.pid)];
    npm.kill("SIGTERM");
    await expectEnded(pids, 20_000);
  });

  test("a wrong external database is one sentence and exit code 1, and nothing embedded is started", async () => {
    const wrong = "postgres://app:secret@127.0.0.1:1/bearing";
    const run = launch({
      BEARING_DATA_DIR: join(folder, "external"),
      DATABASE_URL: wrong,
      DATABASE_MIGRATOR_URL: wrong,
      DATABASE_RESPONDENT_URL: wrong,
      DATABASE_RELEASER_URL: wrong,
    });
    expect(await run.exit).toBe(1);
    expect(run.output().trim().split("\n")).toEqual([
      "[1/6] Postgres ... failed",
      "DATABASE_MIGRATOR_URL: no Postgres answers at 127.0.0.1:1.",
    ]);
    expect(existsSync(join(folder, "external", "postgres"))).toBe(false);
  });
});
