import { setTimeout as pause } from "node:timers/promises";
import { releaserClient } from "#server/kernel/databases.ts";
import { log } from "#server/kernel/log.ts";

type Table = "inbox" | "inbox_note" | "invitation" | "release_note" | "sealed_note";

/** A reader who is under way when rows are deleted keeps them in the new file; most are gone within a second. */
const PAUSES_MS = [100, 300, 1000, 3000];

/**
 * Writes the files of these tables anew, without what was deleted from them before the call. A plain VACUUM leaves bytes in
 * the free space of a page; FULL leaves none, unless an older transaction could still ask for a deleted row. Whether one
 * did is read from the table: FULL freezes up to the oldest transaction that it had to mind (relfrozenxid).
 *
 * @returns whether nothing deleted is left; false after five tries, or after one where `patient` is false
 */
export async function rewriteFiles(tables: readonly Table[], patient = true): Promise<boolean> {
  const { sql } = releaserClient();
  const [deleted] = await sql<{ before: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as before`;
  const before = Number(BigInt(deleted?.before ?? 0) & 0xffff_ffffn);
  let left = tables;
  for (const wait of patient ? [...PAUSES_MS, 0] : [0]) {
    for (const table of left) await sql.unsafe(`vacuum full ${table}`);
    const rows = await sql<{ table: Table; frozen: string }[]>`
      select relname as table, relfrozenxid::text as frozen from pg_class where oid = any(${left.map(String)}::regclass[])`;
    // Transaction numbers wrap at 32 bits; the difference of two near ones does not.
    left = rows.filter(({ frozen }) => ((Number(frozen) - before) | 0) < 0).map(({ table }) => table);
    if (left.length === 0) return true;
    await pause(wait);
  }
  log("warn", "files.keep-deleted-rows", { tables: left.join(" ") });
  return false;
}
