import postgres from "postgres";
import { UserError } from "../lib/user-error.ts";
import type { DatabaseUrls } from "./settings.ts";

const oldestServer = 17;

const variables: Record<keyof DatabaseUrls, string> = {
  app: "DATABASE_URL",
  migrator: "DATABASE_MIGRATOR_URL",
  respondent: "DATABASE_RESPONDENT_URL",
  releaser: "DATABASE_RELEASER_URL",
};

/** Checks an external server before anything is written to it. Throws one sentence that names the variable. */
export async function checkExternal(urls: DatabaseUrls): Promise<{ version: string }> {
  let version = "";
  const databases = new Set<string>();
  for (const role of ["migrator", "app", "respondent", "releaser"] as const) {
    const found = await inspect(variables[role], urls[role], role !== "migrator");
    version = found.version;
    databases.add(found.database);
  }
  if (databases.size > 1) {
    throw new UserError(`The DATABASE variables name different databases (${[...databases].join(", ")}): use one.`);
  }
  return { version };
}

async function inspect(variable: string, value: string, runtime: boolean) {
  const url = parse(variable, value);
  const where = `${url.hostname}:${url.port || 5432}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  const user = decodeURIComponent(url.username);
  const sql = postgres(value, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<Inspection[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        r.rolsuper as superuser, r.rolbypassrls as bypasses,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            and pg_has_role(current_user, c.relowner, 'member')) as owned
      from pg_roles r where r.rolname = current_user`;
    if (!row) throw new UserError(`${variable}: the role ${user} could not be inspected.`);
    const wrong = judge({ variable, user, runtime }, row);
    if (wrong) throw new UserError(wrong);
    return { version: row.version, database };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${variable}: ${explain(error as PostgresFailure, { where, database, user })}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What is wrong with a role that could connect, in one sentence. */
export function judge(
  asked: { variable: string; user: string; runtime: boolean },
  row: Inspection,
): string | undefined {
  const { variable, user, runtime } = asked;
  if (row.number < oldestServer * 10_000) {
    return `${variable}: the server is Postgres ${row.version}; Bearing needs ${oldestServer} or newer.`;
  }
  if (runtime && (row.superuser || row.bypasses)) {
    const how = row.superuser ? "is a superuser" : "bypasses row-level security";
    return `${variable}: the role ${user} ${how}, which would switch off the separation of organisations; use a role with NOSUPERUSER NOBYPASSRLS.`;
  }
  if (runtime && row.owned > 0) {
    return `${variable}: the role ${user} owns tables (or belongs to their owner), so row-level security would not hold it; use a role that owns nothing.`;
  }
  return undefined;
}

type Inspection = { number: number; version: string; superuser: boolean; bypasses: boolean; owned: number };
type PostgresFailure = { code?: string; message: string };

function parse(variable: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2) {
    throw new UserError(`${variable} is not of the form postgres://user:password@host:5432/database.`);
  }
  return url;
}

/** Never the address as given: it holds the password. */
function explain(failure: PostgresFailure, at: { where: string; database: string; user: string }): string {
  switch (failure.code) {
    case "28P01":
      return `the password of ${at.user} is wrong at ${at.where}.`;
    case "28000":
      return `the server at ${at.where} does not let the role ${at.user} in (it does not exist, may not log in, or pg_hba refuses it).`;
    case "3D000":
      return `there is no database "${at.database}" at ${at.where}.`;
    case "42501":
      return `the role ${at.user} may not connect to the database "${at.database}" at ${at.where}.`;
    case "53300":
      return `the server at ${at.where} has no free connection.`;
    case "57P03":
      return `the server at ${at.where} is starting up or shutting down; try again in a moment.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host of ${at.where} is not known.`;
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "CONNECT_TIMEOUT":
    case "CONNECTION_CLOSED":
      return `no Postgres answers at ${at.where}.`;
    default:
      return `the server at ${at.where} cannot be used: ${failure.message.replace(/\.$/, "")}.`;
  }
}
