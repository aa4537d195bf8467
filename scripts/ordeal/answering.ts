import { createInterface } from "node:readline";
import { connectDatabases } from "#server/kernel/databases.ts";
import { giveToVault } from "#server/modules/responses/index.ts";

// Run as a process of its own by kill.ts, which ends it with -9: answers for whoever is named on a line of the standard
// input, and says so on a line of the standard output once the vault has said "received".
connectDatabases(JSON.parse(process.argv[2] ?? "{}"));
for await (const line of createInterface({ input: process.stdin })) {
  const { number, link, answers } = JSON.parse(line);
  giveToVault(link, { answers, extra: null, locals: [1, 1, 1, 1, 1], note: null }).then(
    (outcome) => process.stdout.write(`${JSON.stringify({ number, outcome })}\n`),
    () => process.stdout.write(`${JSON.stringify({ number, outcome: "error" })}\n`),
  );
}
