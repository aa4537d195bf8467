import { chmodSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything Bearing keeps: the embedded Postgres, role passwords, the run state. */
export type DataPaths = ReturnType<typeof dataPaths>;

export function dataPaths(dataDir: string = process.env.BEARING_DATA_DIR || join(root, ".data")) {
  const data = resolve(dataDir);
  return {
    data,
    postgres: join(data, "postgres"),
    roles: join(data, "roles.json"),
    appSecret: join(data, "app.secret"),
    signIns: join(data, "sign-ins.json"),
    /** There while the demo is being written; a start that finds it begins the demo anew. */
    seeding: join(data, "seeding"),
    run: join(data, "run.json"),
    log: join(data, "bearing.log"),
  };
}

/** Root lends Postgres another user, who must be able to pass through; for everybody else the folder is private. */
export function makeDataFolder(paths: DataPaths): void {
  const isRoot = process.getuid?.() === 0;
  const made = mkdirSync(paths.data, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  if (made && isRoot) chmodSync(paths.data, 0o711);
}

export const nodeModule = (...path: string[]): string => join(root, "node_modules", ...path);
