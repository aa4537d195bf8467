import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMet, replaceBlock, toTable } from "../bench/figures.ts";
import { FULL, QUICK } from "../bench/repeat.ts";
import { PARTS, type Part, runBench } from "../bench/run.ts";
import { readOptions } from "../lib/options.ts";
import { root } from "../lib/paths.ts";
import { runCommand, UserError } from "../lib/user-error.ts";

const usage = `npm run bench -- [--only <${PARTS.join("|")}>] [--quick] [--profile] [--write]`;
const document = join(root, "docs", "performance.md");

await runCommand(async () => {
  const { only, flags } = readOptions(process.argv.slice(2), {
    required: [],
    optional: ["only"],
    flags: ["quick", "profile", "write"],
    usage,
  });
  if (only && !isPart(only)) throw new UserError(`There is no part "${only}".\nUsage: ${usage}`);
  if (flags.has("write") && (only || flags.has("quick"))) {
    throw new UserError("--write keeps a whole run only: leave --only and --quick out.");
  }
  const { figures, profiles, facts } = await runBench({
    parts: new Set(only && isPart(only) ? [only] : PARTS),
    amounts: flags.has("quick") ? QUICK : FULL,
    profile: flags.has("profile"),
    log: (line) => console.log(line),
  });
  const table = toTable(figures);
  console.log(`\n${facts}\n\n${table}`);
  for (const profile of profiles) console.log(`\n${profile}`);
  const missed = figures.filter((figure) => isMet(figure) === false);
  console.log(
    missed.length === 0 ? "\nEvery target is met." : `\nMissed: ${missed.map(({ name }) => name).join("; ")}.`,
  );
  if (flags.has("write")) {
    writeFileSync(document, replaceBlock(readFileSync(document, "utf8"), `${facts}.\n\n${table}`));
    console.log("Written into docs/performance.md.");
  }
  return 0;
});

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}
