import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import postgres from "postgres";

/** login roles and the one nobody logs in as; none owns anything but the migrator, none bypasses row-level security. */
export const LOGIN_ROLES = ["migrator", "app", "respondent", "releaser"] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RoleUrls = Record<LoginRole, string>;

/** Passwords of the login roles, made once and kept in a file only this user can read. */
export async function readSecrets(file: string): Promise<Record<LoginRole, string>> {
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8"));
  const secrets = Object.fromEntries(LOGIN_ROLES.map((r) => [r, randomBytes(24).toString("base64url")]));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets as Record<LoginRole, string>;
}

/**
 * Creates the roles and the database of an embedded (or fresh external) server as its superuser. Idempotent: passwords
 * are set anew each time, so a lost secrets file heals itself.
 */
export async function bootstrap(options: {
  superuserUrl: string;
  database: string;
  secretsFile: string;
  log?: (line: string) => void;
}): Promise<{ urls: RoleUrls }> {
  const secrets = await readSecrets(options.secretsFile);
  const sql = postgres(options.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    // Several test workers may bootstrap one server at once; roles are global to it.
    await sql`select pg_advisory_lock(hashtext('bearing-bootstrap'))`;
    for (const role of LOGIN_ROLES) await ensureRole(sql, `bearing_${role}`, `login password '${secrets[role]}'`);
    await ensureRole(sql, "bearing_vault", "nologin");
    // The migrator hands the vault its functions; it inherits nothing from it.
    await sql`grant bearing_vault to bearing_migrator with inherit false, set true`;
    const [found] = await sql`select 1 from pg_database where datname = ${options.database}`;
    if (!found) {
      await sql.unsafe(`create database ${quote(options.database)} owner bearing_migrator`);
      options.log?.(`created database ${options.database}`);
    }
    // Parallel plans cost more than they save on small machines (19 -> 79 ms measured).
    await sql.unsafe(`alter database ${quote(options.database)} set max_parallel_workers_per_gather = 0`);
    await sql.unsafe(`revoke all on database ${quote(options.database)} from public`);
    for (const role of LOGIN_ROLES) {
      await sql.unsafe(`grant connect on database ${quote(options.database)} to bearing_${role}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return { urls: roleUrls(options.superuserUrl, options.database, secrets) };
}

/** The four connection addresses of a database on the server behind `superuserUrl`. */
export function roleUrls(superuserUrl: string, database: string, secrets: Record<LoginRole, string>): RoleUrls {
  const urls = LOGIN_ROLES.map((role) => {
    const url = new URL(superuserUrl);
    url.username = `bearing_${role}`;
    url.password = secrets[role];
    url.pathname = `/${database}`;
    return [role, url.toString()];
  });
  return Object.fromEntries(urls) as RoleUrls;
}

async function ensureRole(sql: postgres.Sql, name: string, attributes: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${name}`;
  const rights = "nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
  await sql.unsafe(`${found ? "alter" : "create"} role ${name} ${rights} ${attributes}`);
}

const quote = (name: string) => `"${name.replace(/"/g, '""')}"`;
