import { createReadStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { organisationIdBySlug } from "#server/authz/index.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { FileProblem, type ImportedFiles, importFromFiles } from "#server/modules/imports/index.ts";
import { readOptions } from "../lib/options.ts";
import { seconds } from "../lib/steps.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { withDatabase } from "../lib/with-database.ts";

const usage =
  "npm run import -- --org <slug> --wave <label> --answers <file> [--units <file>] [--mapping <file>] [--closed-on <yyyy-mm-dd>]";

const ERRORS_PRINTED = 20;

await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), {
    required: ["org", "wave", "answers"],
    optional: ["units", "mapping", "closed-on"],
    usage,
  });
  const closedOn = given["closed-on"] ?? null;
  if (closedOn !== null && Number.isNaN(Date.parse(`${closedOn}T00:00:00Z`))) {
    throw new UserError(`--closed-on is "${closedOn}": use a date like 2026-03-31.`);
  }
  const fileSize = sizeOf(given.answers);
  const structure = given.units === undefined ? null : read(given.units);
  const mapping = given.mapping === undefined ? null : read(given.mapping).toString("utf8");
  const started = performance.now();
  let told = 0;
  const progress = (bytes: number) => {
    const percent = Math.floor((bytes / Math.max(fileSize, 1)) * 100);
    if (percent < told + 10) return;
    told = percent;
    console.log(`Read ${percent}% of ${basename(given.answers)}`);
  };
  const done = await withDatabase(() =>
    inWords(given.org, async () =>
      importFromFiles(await organisationIdBySlug(given.org), {
        answers: () => createReadStream(given.answers, { highWaterMark: 256 * 1024 }),
        fileName: basename(given.answers),
        fileSize,
        structure,
        mapping,
        label: given.wave,
        closedOn,
        progress,
      }),
    ),
  );
  return print(done, given.wave, seconds(performance.now() - started));
});

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new UserError(`There is no file ${file}.`);
  }
}

function read(file: string): Buffer {
  sizeOf(file);
  return readFileSync(file);
}

/** Refusals are written for people: their sentence is the whole answer. */
async function inWords<T>(slug: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") {
      throw new UserError(`There is no organisation with the address "${slug}" here.`);
    }
    if (error instanceof DomainError || error instanceof FileProblem) throw new UserError(error.message);
    throw error;
  }
}

function print({ report, wave }: ImportedFiles, label: string, took: string): number {
  const count = (n: number) => n.toLocaleString("en-GB");
  if (!wave) {
    console.error(
      `${count(report.rowsWithErrors)} of ${count(report.respondents)} rows have errors. Nothing was imported.`,
    );
    for (const { row, column, kind } of report.errors.slice(0, ERRORS_PRINTED)) {
      console.error(`  row ${row}${column ? `, column ${column}` : ""}: ${kind.replaceAll("_", " ")}`);
    }
    return 1;
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  if (wave.created > 0) console.log(`Created ${count(wave.created)} units.`);
  console.log(
    `Imported ${count(report.respondents)} respondents in ${count(report.unitsMatched)} units into "${label}".`,
  );
  console.log(
    `${count(report.unitsTooSmall)} units have fewer than ${report.k} respondents and are not shown by themselves.`,
  );
  console.log(
    wave.verdict === "passed"
      ? `Published; the disclosure audit passed. ${took}, ${memory} MB at most.`
      : `Stored but held back: the disclosure audit found that somebody could be identified. ${took}, ${memory} MB at most.`,
  );
  return wave.verdict === "passed" ? 0 : 1;
}
