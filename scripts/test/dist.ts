import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultDist, isBuilt } from "../lib/build.ts";
import { dataPaths, root } from "../lib/paths.ts";
import { findRun } from "../start/run-state.ts";

/** The folder that tests build into: a build must not be replaced under a server that is running from it. */
export function chooseDist(): string {
  if (process.env.BEARING_DIST) return process.env.BEARING_DIST;
  return isBuilt(defaultDist) || !findRun(dataPaths()) ? defaultDist : ".next-test";
}

/** False while there is no application to build. */
export const hasApp = (): boolean => existsSync(join(root, "app", "layout.tsx"));
