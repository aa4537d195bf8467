import postgres from "postgres";
import type { TestDatabase } from "./database.ts";

/** Looks at what was stored, or puts it into a state that no command makes, as nobody in the product could. */
export async function asSuperuser<T>(database: TestDatabase, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
