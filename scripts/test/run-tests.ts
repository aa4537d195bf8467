import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../lib/build.ts";
import { nodeModule } from "../lib/paths.ts";
import { endTools, runTool, type Service } from "../lib/processes.ts";
import { seconds } from "../lib/steps.ts";
import { report, UserError } from "../lib/user-error.ts";
import { add, type Counts, none, readCounts, summaryLine, withExitCode } from "./counts.ts";
import { chooseDist, hasApp } from "./dist.ts";
import { runEndToEnd } from "./e2e.ts";
import { prepareTestDatabase } from "./prepare-database.ts";

export type Part = "unit" | "db" | "e2e";

const projects: Record<"unit" | "db", string[]> = { unit: ["unit", "architecture"], db: ["database", "alone"] };

const log = (line: string): void => console.log(`- ${line}`);

/** Runs the wanted parts, prints what was skipped and why, ends with `N passed, N failed`. Returns the exit code. */
export async function runTests(parts: readonly Part[], args: string[] = []): Promise<number> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "bearing-run-"));
  const services: Service[] = [];
  const needsDatabase = parts.includes("db") || parts.includes("e2e");
  let database: Awaited<ReturnType<typeof prepareTestDatabase>> | undefined;
  let counts = none;
  let cleaned: Promise<void> | undefined;
  const clean = () => {
    cleaned ??= (async () => {
      endTools();
      await Promise.all(services.map((service) => service.stop()));
      await database?.stop();
      rmSync(folder, { recursive: true, force: true });
    })();
    return cleaned;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void clean().then(() => process.exit(1)));
  }
  process.channel?.unref();
  process.on("disconnect", () => void clean().then(() => process.exit(1)));
  try {
    if (needsDatabase) {
      console.log("\n== Postgres for the tests");
      database = await prepareTestDatabase(log);
    }
    if (needsDatabase && hasApp()) {
      console.log("\n== Production build");
      const begun = performance.now();
      process.env.BEARING_DIST = chooseDist();
      const made = await ensureBuild({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
      log(`${made}: ${seconds(performance.now() - begun)}`);
    }
    const wanted = (["unit", "db"] as const).filter((part) => parts.includes(part));
    if (wanted.length > 0) {
      console.log(`\n== ${wanted.flatMap((part) => projects[part]).join(", ")}`);
      counts = add(counts, await runVitest(wanted, folder, database?.stateFile, parts.length === 1 ? args : []));
    }
    if (parts.includes("e2e") && database) {
      console.log("\n== End to end");
      const keep = (service: Service) => services.push(service);
      counts = add(counts, await runEndToEnd(database.state, folder, { log, args, keep }));
    }
  } catch (error) {
    // A part that could not be run is a failure, not a gap.
    report(error);
    counts = add(counts, { passed: 0, failed: 1, skipped: [] });
  } finally {
    await clean();
  }
  printSkipped(counts);
  console.log(`\nTook ${seconds(performance.now() - started)}.`);
  console.log(summaryLine(counts));
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

export function readParts(args: string[]): { parts: Part[]; rest: string[] } {
  const only = args.filter((arg) => arg.startsWith("--only=")).map((arg) => arg.slice("--only=".length));
  for (const name of only) {
    if (!["unit", "db", "e2e"].includes(name)) throw new UserError(`--only=${name}: use unit, db or e2e.`);
  }
  const parts = (only.length > 0 ? only : ["unit", "db", "e2e"]) as Part[];
  return { parts, rest: args.filter((arg) => !arg.startsWith("--only=")) };
}

async function runVitest(
  wanted: readonly ("unit" | "db")[],
  folder: string,
  stateFile: string | undefined,
  args: string[],
) {
  const file = join(folder, "vitest.json");
  const chosen = wanted.flatMap((part) => projects[part]).flatMap((name) => ["--project", name]);
  const { code } = await runTool(
    process.execPath,
    [
      nodeModule("vitest", "vitest.mjs"),
      "run",
      ...chosen,
      ...["--reporter=default", "--reporter=./scripts/test/count-reporter.ts"],
      ...args,
    ],
    {
      show: true,
      env: { ...process.env, BEARING_COUNTS: file, ...(stateFile ? { BEARING_TEST_STATE: stateFile } : {}) },
    },
  );
  return withExitCode(readCounts(file), code);
}

function printSkipped({ skipped }: Counts): void {
  if (skipped.length === 0) return;
  console.log("\nSkipped:");
  for (const { name, reason } of skipped) console.log(`  ${name}: ${reason}`);
}
