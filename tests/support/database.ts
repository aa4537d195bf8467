import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { closeDatabases } from "#server/kernel/databases.ts";
import type { TestState } from "#scripts/test/prepare-database.ts";

export type TestDatabase = { name: string; urls: TestState["urls"]; superuserUrl: string };

const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

/**
 * Gives the test file a database of its own, cloned from the migrated template, and points the product's environment at
 * it. Tests run as the app's role: a superuser passes every policy and would prove nothing. `superuserUrl` is for
 * attackers and for looking at what was stored.
 */
export function useDatabase(): TestDatabase {
  // One name for every file that a process runs: the product reads its variables once in its life.
  const database = {
    name: `t_${process.pid}`,
    urls: {},
    superuserUrl: "",
  } as TestDatabase;
  const file = process.env.BEARING_TEST_STATE;
  if (!file) throw new Error("no test server: run `npx vitest run --project database` (or `--project alone`)");
  const state = JSON.parse(readFileSync(file, "utf8")) as TestState;

  const admin = async (work: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(state.superuserUrl, { max: 1, onnotice: () => {} });
    try {
      await work(sql);
    } finally {
      await sql.end({ timeout: 5 });
    }
  };

  beforeAll(async () => {
    // The template must have no other session while it is copied; one file at a time takes the lock.
    await admin(async (sql) => {
      await sql`select pg_advisory_lock(4711)`;
      await sql.unsafe(`drop database if exists ${database.name} with (force)`);
      await sql.unsafe(`create database ${database.name} template ${state.template} owner bearing_migrator`);
      await sql.unsafe(
        `grant connect on database ${database.name} to bearing_app, bearing_releaser, bearing_respondent`,
      );
    });
    for (const [role, url] of Object.entries(state.urls)) {
      database.urls[role as keyof TestState["urls"]] = inDatabase(url, database.name);
    }
    database.superuserUrl = inDatabase(state.superuserUrl, database.name);
    process.env.DATABASE_URL = database.urls.app;
    process.env.DATABASE_RELEASER_URL = database.urls.releaser;
    process.env.DATABASE_RESPONDENT_URL = database.urls.respondent;
    process.env.AUTH_SECRET = "a secret of the tests, long enough to sign cookies";
    process.env.BEARING_LOG = "silent";
    process.env.BEARING_POOL = "6";
  });

  afterAll(async () => {
    await closeDatabases();
    await admin((sql) => sql.unsafe(`drop database if exists ${database.name} with (force)`));
  });

  return database;
}
