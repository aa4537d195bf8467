import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type Client, openClient } from "#db/client.ts";
import { MOST_NAMED_PARAMETERS } from "#db/named-statements.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();

async function withClient<T>(options: { prepare: boolean }, work: (client: Client) => Promise<T>): Promise<T> {
  const client = openClient(database.urls.app, { max: 1, name: "test", ...options });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const valuesOf = (count: number) => sql`select ${sql.join(Array(count).fill(sql`${1}::int`), sql`, `)}`;

/** Asked without a parameter, so that the question itself is not among them. */
async function named({ sql: driver }: Client): Promise<string[]> {
  const rows = await driver.unsafe<{ statement: string }[]>("select statement from pg_prepared_statements");
  return rows.map(({ statement }) => statement).filter((statement) => statement.includes("::int"));
}

describe("statements of drizzle", () => {
  test("are named once and used again, inside a transaction and outside", async () => {
    await withClient({ prepare: true }, async (client) => {
      for (let i = 0; i < 3; i += 1) await client.db.execute(valuesOf(2));
      await client.db.transaction(async (tx) => {
        for (let i = 0; i < 3; i += 1) await tx.execute(valuesOf(3));
      });
      expect(await named(client)).toHaveLength(2);
    });
  });

  test("stay unnamed where there are many parameters", async () => {
    await withClient({ prepare: true }, async (client) => {
      await client.db.execute(valuesOf(MOST_NAMED_PARAMETERS + 1));
      expect(await named(client)).toEqual([]);
      await client.db.execute(valuesOf(MOST_NAMED_PARAMETERS));
      expect(await named(client)).toHaveLength(1);
    });
  });

  test("stay unnamed behind a pooler that gives connections away between transactions", async () => {
    await withClient({ prepare: false }, async (client) => {
      await client.db.transaction(async (tx) => {
        await tx.execute(valuesOf(2));
      });
      expect(await named(client)).toEqual([]);
    });
  });

  test("answer as before: arguments of begin, errors and rollbacks", async () => {
    await withClient({ prepare: true }, async ({ db, sql: driver }) => {
      const readOnly = await driver.begin("read only", async (tx) => tx.unsafe("show transaction_read_only"));
      expect(readOnly[0]).toEqual({ transaction_read_only: "on" });
      const failing = db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.org_id', ${crypto.randomUUID()}, true)`);
        await tx.execute(sql`select 1 / ${0}::int`);
      });
      await expect(failing).rejects.toThrow();
      const [row] = await db.execute<{ left: string | null }>(
        sql`select nullif(current_setting('app.org_id', true), '') as left`,
      );
      expect(row?.left).toBeNull();
    });
  });
});
