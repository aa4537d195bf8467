import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { type DataPaths, root } from "../lib/paths.ts";
import type { DatabaseUrls } from "./settings.ts";

export type SignIn = { role: string; organisation: string; email: string; password: string; url: string };

type SeedModule = {
  seedDemo(options: { urls: DatabaseUrls; log?: (line: string) => void }): Promise<{ signIns: SignIn[] }>;
};

/** Fills an empty database with the demo organisations; does nothing where somebody has an account already. */
export async function seedIfEmpty(urls: DatabaseUrls, note: (text: string) => void): Promise<SignIn[] | undefined> {
  if (await isInUse(urls.migrator)) {
    note("already there");
    return undefined;
  }
  const file = join(root, "db", "seed", "index.ts");
  if (!existsSync(file)) {
    note("demo data not built yet");
    return undefined;
  }
  const { seedDemo } = (await import(pathToFileURL(file).href)) as SeedModule;
  const { signIns } = await seedDemo({ urls });
  return signIns;
}

export function keepSignIns(paths: DataPaths, signIns: SignIn[]): void {
  writeFileSync(paths.signIns, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}

/** The demo's sign-ins, one per role; empty where the data is not the demo's. */
export function readSignIns(paths: DataPaths): SignIn[] {
  try {
    return JSON.parse(readFileSync(paths.signIns, "utf8")) as SignIn[];
  } catch {
    return [];
  }
}

/** Asked as the owner: the app's role sees organisations only with an account in them. */
async function isInUse(migratorUrl: string): Promise<boolean> {
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from account limit 1`;
    return found !== undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
