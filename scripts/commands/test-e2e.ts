import { runCommand } from "../lib/user-error.ts";
import { runTests } from "../test/run-tests.ts";

// Arguments go to Playwright: npm run test:e2e -- heatmap --project phone
await runCommand(() => runTests(["e2e"], process.argv.slice(2)));
