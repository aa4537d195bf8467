import { env } from "#server/kernel/env.ts";
import { makeOperator } from "../lib/make-operator.ts";
import { readOptions } from "../lib/options.ts";
import { runCommand } from "../lib/user-error.ts";
import { withDatabase } from "../lib/with-database.ts";

const usage = 'npm run operator -- --email <address> --name "<name>"';

await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), { required: ["email", "name"], optional: [], usage });
  const lines = await withDatabase(async (urls) => {
    const made = await makeOperator(urls.migrator, given);
    const first = made.isNew ? `${made.email} is an operator now.` : `${made.email} was an operator already.`;
    const next = made.path
      ? [`Hand over this link; it works once, for seven days:`, `  ${new URL(made.path, env().BEARING_URL).href}`]
      : [`This address had a sign-in before. Make sure that it is theirs: they sign in with the password they have.`];
    return [first, ...next];
  });
  for (const line of lines) console.log(line);
  return 0;
});
