import { nodeModule } from "../lib/paths.ts";
import { runTool } from "../lib/processes.ts";
import { readOptions } from "../lib/options.ts";
import { runCommand, UserError } from "../lib/user-error.ts";

const usage = "npm run prove -- [--trees 10000] [--waves 10000] [--seed 1]";

/** The proofs of disclosure control and the simulations of chance in a size of your own choice, with other seeds too. */
await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), { required: [], optional: ["trees", "waves", "seed"], usage });
  const count = (name: "trees" | "waves" | "seed", usual: number): string => {
    const value = Number(given[name] ?? usual);
    if (!Number.isInteger(value) || value < 1) throw new UserError(`--${name} is a whole number.\nUsage: ${usage}`);
    return String(value);
  };
  const [trees, waves, seed] = [count("trees", 10_000), count("waves", 1000), count("seed", 1)];
  const { code } = await runTool(
    process.execPath,
    [
      nodeModule("vitest", "vitest.mjs"),
      ...["run", "--project", "unit", "tests/golden/disclosure", "tests/golden/null-waves.golden.test.ts"],
    ],
    {
      show: true,
      env: {
        ...process.env,
        DISCLOSURE_TREES: trees,
        DISCLOSURE_SEED: seed,
        NULL_WAVES: waves,
        NULL_SEED: seed,
      },
    },
  );
  console.log(code === 0 ? `${trees} trees and ${waves} waves, seed ${seed}: nothing found.` : "Something was found.");
  return code;
});
