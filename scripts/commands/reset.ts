import { existsSync, readdirSync, rmSync } from "node:fs";
import { inspectEmbedded } from "#db/embedded.ts";
import { isAlive, signal, waitForEnd } from "#db/embedded-process.ts";
import { confirmOrStop } from "../lib/ask.ts";
import { stopLeftOver } from "../lib/backup.ts";
import { dataPaths } from "../lib/paths.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { findRun } from "../start/run-state.ts";

await runCommand(async () => {
  const paths = dataPaths();
  if (!existsSync(paths.data)) {
    console.log("There is no data folder: nothing to remove.");
    return 0;
  }
  const { dataDir: cluster, exists, pid } = inspectEmbedded(paths.postgres);
  if (!(await confirmOrStop(`This removes all data in ${paths.data}, for good.`, process.argv))) {
    console.log("Nothing was removed.");
    return 0;
  }
  const run = findRun(paths);
  if (run) {
    signal(run.pid, "SIGTERM");
    if (!(await waitForEnd(run.pid, 60_000)))
      throw new UserError(`Process ${run.pid} does not stop: nothing was removed.`);
  }
  if (exists && pid !== undefined && isAlive(pid)) await stopLeftOver(paths);
  // Only what we made: BEARING_DATA_DIR may name a folder that holds other things too.
  rmSync(cluster, { recursive: true, force: true });
  const { data, ...own } = paths;
  for (const path of Object.values(own)) rmSync(path, { recursive: true, force: true });
  if (readdirSync(data).length === 0) rmSync(data, { recursive: true });
  console.log("Removed. npm start begins anew.");
  return 0;
});
