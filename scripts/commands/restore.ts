import { restore } from "../lib/backup.ts";
import { dataPaths } from "../lib/paths.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { findRun } from "../start/run-state.ts";
import { readSettings } from "../start/settings.ts";

const external = `The database is an external one: restore it with its own tools, for instance
  pg_restore --clean --if-exists --dbname="$DATABASE_MIGRATOR_URL" bearing.dump`;

await runCommand(async () => {
  if (readSettings().database) {
    console.log(external);
    return 0;
  }
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith("--"));
  if (!file) throw new UserError("Which backup? npm run restore -- <file> [--yes]");
  const paths = dataPaths();
  const run = findRun(paths);
  if (run) throw new UserError(`Bearing is running (process ${run.pid}): stop it first.`);
  await restore(paths, file, args.includes("--yes"));
  console.log("Restored. npm start brings the schema up to date and serves it.");
  return 0;
});
