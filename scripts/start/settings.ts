import { UserError } from "../lib/user-error.ts";

export type DatabaseUrls = { app: string; migrator: string; respondent: string; releaser: string };

/** What the variables of the shell ask for. `database` is set where an external server is to be used. */
export type Settings = {
  host: string;
  port: number;
  publicUrl: string | undefined;
  seed: "demo" | "none";
  database: DatabaseUrls | undefined;
};

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const database = env.DATABASE_URL ? externalUrls(env) : undefined;
  const seed = env.BEARING_SEED || (database ? "none" : "demo");
  if (seed !== "demo" && seed !== "none") throw new UserError(`BEARING_SEED is "${seed}": use demo or none.`);
  const port = Number(env.BEARING_PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`BEARING_PORT is "${env.BEARING_PORT}": use a port number.`);
  }
  // This machine only, unless asked: a demo has known passwords.
  return { host: env.BEARING_HOST || "127.0.0.1", port, publicUrl: env.BEARING_URL || undefined, seed, database };
}

function externalUrls(env: NodeJS.ProcessEnv): DatabaseUrls {
  const read = (name: string, purpose: string): string => {
    const value = env[name];
    if (!value) throw new UserError(`DATABASE_URL is set, so ${name} must be set too (${purpose}).`);
    return value;
  };
  return {
    app: read("DATABASE_URL", "the application's role"),
    migrator: read("DATABASE_MIGRATOR_URL", "the owner of the tables, used to migrate"),
    respondent: read("DATABASE_RESPONDENT_URL", "the role that may only hand in answers"),
    releaser: read("DATABASE_RELEASER_URL", "the role that writes releases"),
  };
}
