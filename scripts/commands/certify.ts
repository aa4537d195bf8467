import { organisationIdBySlug } from "#server/authz/index.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { certifyRelease } from "#server/modules/releases/index.ts";
import { readOptions } from "../lib/options.ts";
import { seconds } from "../lib/steps.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { withDatabase } from "../lib/with-database.ts";

const usage = 'npm run certify -- --org <slug> --wave "<label>"';

const SAYS = { true: "holds", false: "DOES NOT HOLD", null: "not looked at" } as const;

await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), { required: ["org", "wave"], optional: [], usage });
  return withDatabase(async () => {
    const orgId = await orMissing(
      organisationIdBySlug(given.org),
      `There is no organisation with the address "${given.org}" here.`,
    );
    const started = performance.now();
    const made = await orMissing(
      certifyRelease(orgId, given.wave),
      `There is no wave called "${given.wave}" whose results were checked.`,
    );
    for (const { title, says, holds, why } of made.checks) {
      console.log(`${SAYS[`${holds}`].padEnd(14)} ${title}: ${says}${why ? ` (${why})` : ""}`);
    }
    console.log(`
groups         ${made.k} or more on screen, ${made.k2} or more in statements and files; ${made.units} units and teams
fingerprints   answers ${made.inputHash}
               stored  ${made.blockHash ?? "not kept then"}
versions       ${made.codeVersion}
took           ${seconds(performance.now() - started)}, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB

${given.wave}: ${made.verdict === "passed" ? "the certificate holds." : "the certificate DOES NOT hold."}`);
    return made.verdict === "passed" ? 0 : 1;
  });
});

async function orMissing<T>(work: Promise<T>, sentence: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") throw new UserError(sentence);
    throw error;
  }
}
