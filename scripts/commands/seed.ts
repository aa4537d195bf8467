import { SCENARIOS, type Scenario, seedDemo } from "#db/seed/index.ts";
import { DomainError } from "#server/kernel/errors.ts";
import { dataPaths } from "../lib/paths.ts";
import { seconds } from "../lib/steps.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { withDatabase } from "../lib/with-database.ts";
import { keepSignIns, readSignIns, type SignIn } from "../start/demo.ts";

/** Pages worth opening first, below an organisation's own address. */
const PAGES = ["overview", "results", "now", "waves", "structure", "people"];

const isScenario = (name: string): name is Scenario => (SCENARIOS as readonly string[]).includes(name);

await runCommand(async () => {
  const [name = "", ...rest] = process.argv.slice(2);
  if (!isScenario(name) || rest.length > 0) {
    throw new UserError(`Usage: npm run seed -- <scenario>\nScenarios: ${SCENARIOS.join(", ")}`);
  }
  const started = performance.now();
  const signIns = await withDatabase(async (urls) => {
    try {
      return (await seedDemo({ urls, scenario: name, log: (line) => console.log(line) })).signIns;
    } catch (error) {
      if (error instanceof DomainError && error.kind === "refused") throw new UserError(error.message);
      throw error;
    }
  });
  const paths = dataPaths();
  const others = readSignIns(paths).filter((old) => !signIns.some((one) => isSame(one, old)));
  keepSignIns(paths, [...others, ...signIns]);
  print(signIns);
  console.log(`\nSeeded "${name}" in ${seconds(performance.now() - started)}. npm start serves it.`);
  return 0;
});

function isSame(a: SignIn, b: SignIn): boolean {
  return a.email === b.email && a.url === b.url;
}

function print(signIns: readonly SignIn[]): void {
  for (const organisation of new Set(signIns.map((one) => one.organisation))) {
    const own = signIns.filter((one) => one.organisation === organisation);
    console.log(`\n${organisation}`);
    for (const one of own) console.log(`  ${one.email.padEnd(46)} ${one.role}`);
    const address = own[0]?.url ?? "";
    if (address.startsWith("/o/")) console.log(`  ${PAGES.map((page) => `${address}/${page}`).join("  ")}`);
  }
  console.log(`\nPassword of all of them: ${signIns[0]?.password ?? ""}`);
}
