import postgres from "postgres";
import { bootstrap } from "#db/bootstrap.ts";
import { auditCatalog } from "#db/catalog-audit.ts";
import { type Embedded, startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import type { DataPaths } from "../lib/paths.ts";
import { UserError } from "../lib/user-error.ts";
import { checkExternal } from "./external.ts";
import type { DatabaseUrls, Settings } from "./settings.ts";

export const databaseName = "bearing";

type Note = (text: string) => void;

/** Starts the embedded server, or checks the external one and returns nothing to supervise. */
export async function openServer(settings: Settings, paths: DataPaths, note: Note): Promise<Embedded | undefined> {
  if (settings.database) {
    const { version } = await checkExternal(settings.database);
    note(`external, version ${version}`);
    return undefined;
  }
  const server = await startEmbedded({ dataDir: paths.postgres, log: note });
  note(`port ${server.port}`);
  return server;
}

/** Roles and schema. On an external server the roles are the administrator's: only the schema is brought up to date. */
export async function prepareSchema(
  server: Embedded | undefined,
  settings: Settings,
  paths: DataPaths,
  note: Note = () => {},
): Promise<DatabaseUrls> {
  const urls = settings.database ?? (await bootstrapEmbedded(server as Embedded, paths, note));
  await migrate({ migratorUrl: urls.migrator, log: note });
  await refuseHoles(urls.app);
  return urls;
}

/** The product does not start on a database whose tenant locks have a hole, whoever made it. */
async function refuseHoles(appUrl: string): Promise<void> {
  const sql = postgres(appUrl, { max: 5, onnotice: () => {} });
  try {
    const breaches = await auditCatalog(sql);
    if (breaches.length === 0) return;
    const list = breaches.map((b) => `  ${b.object} ${b.breach}`).join("\n");
    throw new UserError(`Bearing does not start: the database would not keep organisations apart.\n${list}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A first start was killed while it wrote the demo. Nobody has used that database yet: it is made again. */
export async function dropHalfSeeded(server: Embedded, note: Note): Promise<void> {
  const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`drop database if exists ${databaseName} with (force)`);
    note("the first start was interrupted: begun anew");
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function bootstrapEmbedded(server: Embedded, paths: DataPaths, log: Note): Promise<DatabaseUrls> {
  const { urls } = await bootstrap({
    superuserUrl: server.url(),
    database: databaseName,
    secretsFile: paths.roles,
    log,
  });
  return urls;
}
