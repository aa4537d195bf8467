import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import postgres from "postgres";
import type { TestState } from "../test/prepare-database.ts";

const NAME = "bearing_leak";

/** A second template with the fault in it; test files clone theirs from it. Returns the state file that names it. */
export async function breakDatabase(state: TestState, stateFile: string, fault: string): Promise<string> {
  await as(state.superuserUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${NAME} with (force)`);
    await sql.unsafe(`create database ${NAME} template ${state.template} owner bearing_migrator`);
  });
  const url = new URL(state.superuserUrl);
  url.pathname = `/${NAME}`;
  await as(url.href, (sql) => sql.unsafe(fault));
  const file = join(dirname(stateFile), "leak-state.json");
  writeFileSync(file, JSON.stringify({ ...state, template: NAME }), { mode: 0o600 });
  return file;
}

async function as(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
