import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Embedded, inspectEmbedded, startEmbedded } from "#db/embedded.ts";
import { backUp, restore } from "#scripts/lib/backup.ts";
import { type DataPaths, dataPaths, makeDataFolder } from "#scripts/lib/paths.ts";

// Whole servers are started: slow where other work shares the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
const made: DataPaths[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bearing backup "));
});

afterEach(() => {
  for (const paths of made.splice(0)) rmSync(inspectEmbedded(paths.postgres).dataDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function newPaths(name: string): DataPaths {
  const paths = dataPaths(join(folder, name));
  makeDataFolder(paths);
  made.push(paths);
  return paths;
}

async function onServer<T>(paths: DataPaths, work: (sql: postgres.Sql, server: Embedded) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir: paths.postgres, port: 0 });
  const sql = postgres(server.url(), { max: 2, onnotice: () => {} });
  try {
    return await work(sql, server);
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
  }
}

const countRows = (paths: DataPaths) =>
  onServer(paths, async (sql) => Number((await sql`select count(*) as rows from kept`)[0]?.rows));

test("a backup that is taken while rows are written restores in another folder, on the same password", async () => {
  const [source, target] = [newPaths("source"), newPaths("target")];
  const file = join(folder, "backup.tar.gz");
  const before = await onServer(source, async (sql) => {
    await sql`create table kept (n int, text text)`;
    await sql`insert into kept select n, repeat('x', 200) from generate_series(1, 20000) n`;
    let writing = true;
    const writer = (async () => {
      while (writing) await sql`insert into kept select n, repeat('y', 200) from generate_series(1, 500) n`;
    })();
    const [row] = await sql`select count(*) as rows from kept`;
    await backUp(source, file);
    writing = false;
    await writer;
    return Number(row?.rows);
  });
  expect(statSync(file).mode & 0o077).toBe(0);
  await restore(target, file, false);
  const rows = await countRows(target);
  expect(rows).toBeGreaterThanOrEqual(before);
  expect((rows - 20000) % 500).toBe(0);
});

test("restoring replaces data only when told to, and a wrong file changes nothing", async () => {
  const paths = newPaths("data");
  const file = join(folder, "backup.tar.gz");
  await onServer(paths, (sql) => sql`create table kept (n int)`);
  await backUp(paths, file);
  await onServer(paths, (sql) => sql`insert into kept values (1)`);

  await expect(restore(paths, file, false)).rejects.toThrow(/There is data already/);
  const wrong = join(folder, "wrong.tar.gz");
  writeFileSync(wrong, "nothing of the kind");
  await expect(restore(paths, wrong, true)).rejects.toThrow(/tar could not unpack/);
  expect(await countRows(paths)).toBe(1);

  await restore(paths, file, true);
  expect(await countRows(paths)).toBe(0);
  expect(existsSync(join(paths.data, "restore.new"))).toBe(false);
});

test("an existing file is never overwritten, and without data there is nothing to back up", async () => {
  const paths = newPaths("none");
  const file = join(folder, "there.tar.gz");
  writeFileSync(file, "");
  await expect(backUp(paths, file)).rejects.toThrow(/nothing has been started here yet/);
  await onServer(paths, (sql) => sql`select 1`);
  await expect(backUp(paths, file)).rejects.toThrow(/exists already/);
});
