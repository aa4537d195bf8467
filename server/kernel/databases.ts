import { type Client, openClient } from "#db/client.ts";
import { env } from "./env.ts";

type Clients = { app?: Client; releaser?: Client; respondent?: Client };

/** One pool per role and process, kept across hot reloads. */
const holder = globalThis as { bearingClients?: Clients };
holder.bearingClients ??= {};
const clients = holder.bearingClients;

export function appClient(): Client {
  clients.app ??= openClient(env().DATABASE_URL, {
    max: env().BEARING_POOL,
    prepare: env().BEARING_PREPARE === "on",
    name: "bearing-app",
  });
  return clients.app;
}

/** Reads sealed answers and writes releases; only `server/disclosure` asks for it. */
export function releaserClient(): Client {
  clients.releaser ??= openClient(env().DATABASE_RELEASER_URL, {
    max: 2,
    prepare: env().BEARING_PREPARE === "on",
    name: "bearing-releaser",
  });
  return clients.releaser;
}

/** Calls the vault's functions for people without an account; only `modules/responses` asks for it. */
export function respondentClient(): Client {
  clients.respondent ??= openClient(env().DATABASE_RESPONDENT_URL, {
    max: env().BEARING_POOL,
    prepare: env().BEARING_PREPARE === "on",
    name: "bearing-respondent",
  });
  return clients.respondent;
}

/**
 * Opens the pools at these addresses, for a command that is told where the database is before there is an environment to
 * read it from: the first start seeds the demo so. End them with `closeDatabases`.
 */
export function connectDatabases(urls: { app: string; releaser: string; respondent: string }): void {
  clients.app = openClient(urls.app, { max: 4, name: "bearing-command" });
  clients.releaser = openClient(urls.releaser, { max: 2, name: "bearing-command" });
  clients.respondent = openClient(urls.respondent, { max: 4, name: "bearing-command" });
}

/** Ends every pool of this process: scripts and tests call it last. */
export async function closeDatabases(): Promise<void> {
  const open = [clients.app, clients.releaser, clients.respondent].filter((c) => c !== undefined);
  clients.app = undefined;
  clients.releaser = undefined;
  clients.respondent = undefined;
  await Promise.all(open.map((c) => c.close()));
}

/** True when the app role gets an answer. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await appClient().sql`select 1`;
    return true;
  } catch {
    return false;
  }
}
