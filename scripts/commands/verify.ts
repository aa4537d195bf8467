import { nodeModule } from "../lib/paths.ts";
import { runTool } from "../lib/processes.ts";
import { seconds } from "../lib/steps.ts";
import { runCommand } from "../lib/user-error.ts";

const biome = nodeModule("@biomejs", "biome", "bin", "biome");

/** The gate that a contributor and CI share: no database, under a minute. Every step runs, so that one run names all. */
const steps: { title: string; script: string; args: string[] }[] = [
  { title: "format", script: biome, args: ["format", "."] },
  { title: "lint", script: biome, args: ["lint", "."] },
  { title: "types", script: nodeModule("typescript", "bin", "tsc"), args: ["--noEmit"] },
  {
    // Import rules, inventories, file size, environment access, paths named in the documents.
    title: "architecture",
    script: nodeModule("vitest", "vitest.mjs"),
    args: ["run", "--project", "architecture", "--reporter=dot"],
  },
  { title: "unused code", script: nodeModule("knip", "bin", "knip.js"), args: ["--no-progress"] },
];

await runCommand(async () => {
  const failed: string[] = [];
  const started = performance.now();
  for (const { title, script, args } of steps) {
    const begun = performance.now();
    const { code, output } = await runTool(process.execPath, [script, ...args]);
    const verdict = code === 0 ? "ok" : "FAILED";
    console.log(`${title.padEnd(14)} ${verdict.padEnd(6)} ${seconds(performance.now() - begun)}`);
    if (code !== 0) {
      failed.push(title);
      console.log(`${output.trimEnd()}\n`);
    }
  }
  console.log(`${"all".padEnd(14)} ${failed.length === 0 ? "ok" : "FAILED"}  ${seconds(performance.now() - started)}`);
  if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}. "npm run format" repairs the format.`);
  return failed.length === 0 ? 0 : 1;
});
