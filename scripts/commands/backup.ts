import { statSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "../lib/backup.ts";
import { dataPaths, root } from "../lib/paths.ts";
import { runCommand } from "../lib/user-error.ts";
import { readSettings } from "../start/settings.ts";

const external = `The database is an external one: back it up with its own tools, for instance
  pg_dump --format=custom --file=bearing.dump "$DATABASE_MIGRATOR_URL"
The role needs to pass row-level security to read every organisation: use a superuser or one with BYPASSRLS.`;

await runCommand(async () => {
  if (readSettings().database) {
    console.log(external);
    return 0;
  }
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const file = process.argv[2] ?? join(root, ".bearing", "backups", `bearing-${stamp}.tar.gz`);
  await backUp(dataPaths(), file);
  console.log(
    `Backed up to ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB). It holds all data: keep it private.`,
  );
  return 0;
});
