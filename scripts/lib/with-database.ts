import { closeDatabases } from "#server/kernel/databases.ts";
import { openServer, prepareSchema } from "../start/database.ts";
import { type DatabaseUrls, readSettings } from "../start/settings.ts";
import { chooseAddress, serviceEnv } from "../start/web.ts";
import { dataPaths, makeDataFolder } from "./paths.ts";

/**
 * Runs a command's work on the product's database: the external one of the DATABASE variables, or the embedded one, which
 * is started when it is not running and then stopped again.
 */
export async function withDatabase<T>(work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const [settings, paths] = [readSettings(), dataPaths()];
  makeDataFolder(paths);
  const server = await openServer(settings, paths, () => {});
  try {
    const urls = await prepareSchema(server, settings, paths);
    const { url } = await chooseAddress(settings);
    Object.assign(process.env, serviceEnv(urls, paths, url));
    return await work(urls);
  } finally {
    await closeDatabases();
    await server?.stop();
  }
}
