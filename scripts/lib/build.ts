import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeModule, root } from "./paths.ts";
import { runTool } from "./processes.ts";
import { UserError } from "./user-error.ts";

const folders = ["app", "components", "contracts", "content", "messages", "server", "db", "public"];
const files = ["package-lock.json", "next.config.mjs", "proxy.ts", "instrumentation.ts"];
const stampOf = (dist: string) => join(root, dist, "bearing-build");

/** Next's own variable names no build folder, so ours does (next.config.mjs). */
export const defaultDist = ".next";

/** True when the folder holds a build of exactly these sources. */
export const isBuilt = (dist: string): boolean =>
  existsSync(stampOf(dist)) && readFileSync(stampOf(dist), "utf8") === sourceHash();

/** Builds for production unless the last build was made from the same sources. */
export async function ensureBuild(env: NodeJS.ProcessEnv): Promise<"fresh" | "kept"> {
  const dist = env.BEARING_DIST || defaultDist;
  if (isBuilt(dist)) return "kept";
  const hash = sourceHash();
  rmSync(stampOf(dist), { force: true });
  const { code, output, ended } = await runTool(
    process.execPath,
    [nodeModule("next", "dist", "bin", "next"), "build"],
    {
      env,
    },
  );
  if (ended) throw new UserError("The production build was interrupted.");
  if (code !== 0) {
    process.stdout.write(`\n${output}\n`);
    throw new UserError("The production build did not succeed; its messages are above.");
  }
  writeFileSync(stampOf(dist), hash);
  return "fresh";
}

function sourceHash(): string {
  const hash = createHash("sha256");
  const add = (path: string) =>
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  for (const file of files) if (existsSync(join(root, file))) add(file);
  for (const folder of folders) if (existsSync(join(root, folder))) for (const path of listSources(folder)) add(path);
  return hash.digest("hex");
}

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listSources(path);
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
}
