import postgres from "postgres";
import { expect } from "vitest";
import { TABLES } from "#db/inventory.ts";

/** Content hashes per table, read as the superuser: "nothing changed" means in no table of any organisation. */
export type Snapshot = Record<string, string>;

/** Session rows note when they were used and refusals are events of their own; neither is a change of the product's data. */
const LEFT_OUT = new Set(["session", "security_event"]);

export async function snapshot(superuserUrl: string): Promise<Snapshot> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    const hashes: Snapshot = {};
    for (const table of Object.keys(TABLES).filter((t) => !LEFT_OUT.has(t))) {
      const [row] =
        await sql`select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${sql(table)} t`;
      hashes[table] = row?.hash as string;
    }
    return hashes;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export async function countSecurityEvents(superuserUrl: string): Promise<number> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    const [row] = await sql`select count(*)::int as n from security_event`;
    return row?.n as number;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Runs something that must be refused: it rejects with the code, changes nothing in any organisation, and leaves exactly
 * one security event.
 */
export async function expectRefused(
  superuserUrl: string,
  code: "FORBIDDEN" | "NOT_FOUND",
  attempt: () => Promise<unknown>,
): Promise<void> {
  const [before, events] = [await snapshot(superuserUrl), await countSecurityEvents(superuserUrl)];
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(await snapshot(superuserUrl)).toEqual(before);
  expect(await countSecurityEvents(superuserUrl)).toBe(events + 1);
}
