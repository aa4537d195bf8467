import { breakDatabase } from "../leaks/broken-database.ts";
import type { Fault } from "../leaks/fault.ts";
import { FAULTS } from "../leaks/index.ts";
import { runTests, type Verdict } from "../leaks/run-tests.ts";
import { makeScratch } from "../leaks/scratch.ts";
import { readOptions } from "../lib/options.ts";
import { seconds } from "../lib/steps.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { prepareTestDatabase } from "../test/prepare-database.ts";

/**
 * Plants one fault at a time and demands that a test turns red: a guard that nothing would miss is no guard. Every test
 * file is run once without a fault first, because a red one proves nothing.
 */
await runCommand(async () => {
  const usage = "npm run planted-leaks -- [--only <words of a fault>]";
  const { only } = readOptions(process.argv.slice(2), { required: [], optional: ["only"], usage });
  const faults = FAULTS.filter((fault) => only === undefined || fault.name.includes(only));
  if (faults.length === 0) throw new UserError(`No fault is called "${only}".`);

  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  process.channel?.unref();
  process.on("disconnect", () => stopping.abort());
  const scratch = makeScratch();
  const database = await prepareTestDatabase();
  const options = { stateFile: database.stateFile, signal: stopping.signal };
  try {
    const tests = [...new Set(faults.flatMap((fault) => fault.tests))];
    console.log(`${faults.length} faults, ${tests.length} test files. Without a fault first ...`);
    const clean = await runTests(scratch.folder, tests, { ...options, bail: false });
    const red = [...clean.failed, ...clean.broken];
    if (stopping.signal.aborted) return 1;
    if (red.length > 0) throw new UserError(`These are red without any fault:\n  ${red.join("\n  ")}`);

    console.log("\n| fault | caught by | seconds |\n|---|---|---|");
    const survivors: string[] = [];
    for (const fault of faults) {
      const started = performance.now();
      const { failed, broken } = await plant(fault);
      if (stopping.signal.aborted) return 1;
      if (failed.length === 0) survivors.push(fault.name);
      // A file that could not even be run has caught nothing.
      const nothing = broken.length > 0 ? `NOTHING: could not run ${broken.join(", ")}` : "NOTHING";
      const caughtBy = failed[0]?.replaceAll("|", "/") ?? nothing;
      console.log(`| ${fault.name} | ${caughtBy} | ${seconds(performance.now() - started)} |`);
    }
    console.log(`\n${faults.length - survivors.length} caught, ${survivors.length} survived.`);
    return survivors.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
    scratch.remove();
  }

  async function plant(fault: Fault): Promise<Verdict> {
    const heal = "edits" in fault ? scratch.plant(fault.edits) : () => {};
    try {
      const stateFile =
        "sql" in fault ? await breakDatabase(database.state, database.stateFile, fault.sql) : options.stateFile;
      return await runTests(scratch.folder, fault.tests, { ...options, stateFile, bail: true });
    } finally {
      heal();
    }
  }
});
