import { STATEMENT_CODES } from "#contracts/statements.ts";
import { organisationIdBySlug } from "#server/authz/index.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { listReleaseCells, type ReleaseLine } from "#server/modules/releases/index.ts";
import { csvLine } from "../lib/csv.ts";
import { readOptions } from "../lib/options.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { withDatabase } from "../lib/with-database.ts";

const usage = "npm run -s release -- --org <slug> --wave <label> [--exact]";

const HEADINGS = [
  "unit_code",
  "parent_code",
  "name",
  "n",
  "direction",
  "delivery",
  ...STATEMENT_CODES,
  "hidden_axes",
  "hidden_statements",
];

await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), {
    required: ["org", "wave"],
    optional: [],
    flags: ["exact"],
    usage,
  });
  const lines = await withDatabase(async () => {
    const orgId = await orMissing(
      organisationIdBySlug(given.org),
      `There is no organisation with the address "${given.org}" here.`,
    );
    const rounding = given.flags.has("exact") ? "exact" : "whole";
    return orMissing(
      listReleaseCells(orgId, given.wave, rounding),
      `There are no published results called "${given.wave}".`,
    );
  });
  process.stdout.write(`${[csvLine(HEADINGS), ...lines.map(toCsv)].join("\n")}\n`);
  return 0;
});

async function orMissing<T>(work: Promise<T>, sentence: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") throw new UserError(sentence);
    throw error;
  }
}

function toCsv(line: ReleaseLine): string {
  return csvLine([
    line.code,
    line.parentCode,
    line.name,
    line.n,
    line.direction,
    line.delivery,
    ...line.statements,
    line.hiddenAxes,
    line.hiddenStatements,
  ]);
}
