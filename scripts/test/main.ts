import { runCommand } from "../lib/user-error.ts";
import { readParts, runTests } from "./run-tests.ts";

await runCommand(async () => {
  const { parts, rest } = readParts(process.argv.slice(2));
  return await runTests(parts, rest);
});
