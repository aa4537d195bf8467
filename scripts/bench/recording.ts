import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";
import * as schema from "#db/schema/index.ts";
import { appClient } from "#server/kernel/databases.ts";

export type Statement = { text: string; params: unknown[] };

/**
 * Every statement that the product sends while it does this work, in order: the raw counterpart is then what the product
 * really asks, today and after the next change.
 */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const client = appClient();
  const plain = client.db;
  const statements: Statement[] = [];
  client.db = drizzle(client.sql, {
    schema,
    logger: { logQuery: (text, params) => statements.push({ text, params }) },
  });
  try {
    await work();
  } finally {
    client.db = plain;
  }
  return statements;
}

export async function replay(sql: Sql | TransactionSql, statements: readonly Statement[]): Promise<void> {
  // Prepared: raw is as fast as the driver lets it be.
  for (const { text, params } of statements) await sql.unsafe(text, params as never[], { prepare: true });
}
