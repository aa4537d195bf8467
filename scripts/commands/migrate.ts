import { dataPaths, makeDataFolder } from "../lib/paths.ts";
import { runCommand } from "../lib/user-error.ts";
import { openServer, prepareSchema } from "../start/database.ts";
import { readSettings } from "../start/settings.ts";

await runCommand(async () => {
  const [settings, paths] = [readSettings(), dataPaths()];
  const log = (line: string) => console.log(line);
  makeDataFolder(paths);
  const server = await openServer(settings, paths, log);
  try {
    await prepareSchema(server, settings, paths, log);
  } finally {
    await server?.stop();
  }
  return 0;
});
