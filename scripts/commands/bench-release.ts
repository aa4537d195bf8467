import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectDatabases } from "#server/kernel/databases.ts";
import { alignedTable, replaceBlock } from "../bench/figures.ts";
import { machineFacts, readServerVersion } from "../bench/machine.ts";
import { measureSize, type Size } from "../bench/measure-sizes.ts";
import { openStand } from "../bench/stand.ts";
import { readOptions } from "../lib/options.ts";
import { root } from "../lib/paths.ts";
import { runCommand } from "../lib/user-error.ts";

const usage = "npm run bench:release -- [--write]";
const document = join(root, "docs", "performance.md");
const SIZES = [500, 1000, 2000, 5000];
/** Of the largest: seconds and megabytes. */
const LIMITS = { seconds: 60, megabytes: 1000 };

/** How much slower a size is than the one before, against how much n log n grows. */
function growth(size: Size, before: Size | undefined): string {
  if (!before) return "";
  const nLogN = (n: number) => n * Math.log2(n);
  const times = size.releaseSeconds / before.releaseSeconds;
  return `${times.toFixed(2)}× (n log n: ${(nLogN(size.teams) / nLogN(before.teams)).toFixed(2)}×)`;
}

await runCommand(async () => {
  const { flags } = readOptions(process.argv.slice(2), { required: [], optional: [], flags: ["write"], usage });
  const stand = await openStand({ log: (line) => console.log(line), profile: false });
  try {
    connectDatabases(stand.urls);
    // The first release of a process compiles and plans; it is not one of the figures.
    await measureSize(stand, 100);
    const sizes: Size[] = [];
    for (const teams of SIZES) {
      sizes.push(await measureSize(stand, teams));
      console.log(`${teams} teams: ${sizes.at(-1)?.releaseSeconds.toFixed(2)} s`);
    }
    const facts = await machineFacts(await readServerVersion(stand.superuserUrl));
    const table = alignedTable([
      ["teams", "answers", "release, s", "certificate, s", "memory, MB", "release against the size before"],
      ...sizes.map((size, i) => [
        ...[size.teams.toLocaleString("en-GB"), size.answers.toLocaleString("en-GB")],
        ...[size.releaseSeconds.toFixed(2), size.certifySeconds.toFixed(2), size.megabytes.toFixed(0)],
        growth(size, sizes[i - 1]),
      ]),
    ]);
    console.log(`\n${facts}\n\n${table}`);
    const largest = sizes.at(-1);
    const met = largest && largest.releaseSeconds < LIMITS.seconds && largest.megabytes < LIMITS.megabytes;
    console.log(met ? "\nEvery target is met." : "\nMissed: 5,000 teams in 60 s and 1 GB.");
    if (flags.has("write")) {
      writeFileSync(document, replaceBlock(readFileSync(document, "utf8"), `${facts}.\n\n${table}`, "sizes"));
      console.log("Written into docs/performance.md.");
    }
    return met ? 0 : 1;
  } finally {
    await stand.stop();
  }
});
