import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Embedded } from "#db/embedded.ts";
import { type Account, giveTo } from "#db/embedded-account.ts";

/** Folders whose content the server makes anew; pg_wal is copied last, and only what the copy needs. */
const emptied = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const left = new Set(["postmaster.pid", "postmaster.opts", "backup_label.old"]);

/**
 * A consistent copy of a running cluster by the server's own protocol for file copies: files may change while they are
 * read, and the log from the start to the end of the copy, which is copied too, repairs them at the first start.
 * Source: PostgreSQL documentation, "Making a Base Backup Using the Low Level API".
 */
export async function copyCluster(server: Embedded, target: string): Promise<void> {
  const source = join(server.dataDir, "pgdata");
  const sql = postgres(server.url(), { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  try {
    // The slot keeps the log from being recycled under the copy; it goes away with this session.
    await sql`select pg_create_physical_replication_slot('bearing_backup', true, true)`;
    const [begun] = await sql<
      { segment: string }[]
    >`select pg_walfile_name(pg_backup_start('bearing', true)) as segment`;
    copyFolder(source, target, true);
    const [over] = await sql<{ segment: string; label: string }[]>`
      select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(false)`;
    if (!begun || !over) throw new Error("The server did not say which log belongs to the copy.");
    writeFileSync(join(target, "backup_label"), over.label);
    for (const name of readdirSync(join(source, "pg_wal"))) {
      const wanted = /^[0-9A-F]{24}$/.test(name) && name >= begun.segment && name <= over.segment;
      if (wanted) copyFileSync(join(source, "pg_wal", name), join(target, "pg_wal", name));
    }
    mkdirSync(join(target, "pg_wal", "archive_status"));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Gives a whole tree to the account that runs Postgres. */
export function giveTree(account: Account, path: string): void {
  if (account.uid === undefined) return;
  giveTo(account, path);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) giveTree(account, at);
    else giveTo(account, at);
  }
}

function copyFolder(source: string, target: string, isTop: boolean): void {
  mkdirSync(target, { mode: 0o700 });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (entry.name.startsWith("pgsql_tmp") || (isTop && left.has(entry.name))) continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) {
      if (isTop && emptied.has(entry.name)) mkdirSync(to, { mode: 0o700 });
      else copyFolder(from, to, false);
    } else if (entry.isFile()) {
      copyIfThere(from, to);
    }
  }
}

/** A table may be dropped while we read: the log knows. */
function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
