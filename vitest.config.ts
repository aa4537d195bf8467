import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Files that set variables of the product, which reads them once in its life, or replace a module: each needs a process of its own. */
const ALONE = [
  "tests/integration/overview/monthly.test.ts",
  "tests/integration/outbox/send.test.ts",
  "tests/integration/sessions/sign-in.test.ts",
];

// Four projects, so that everything without a database runs in seconds. Components that need a DOM say so in their file:
// `// @vitest-environment happy-dom`.
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "unit",
          environment: "node",
          // A guard against hanging, not a measure: a busy machine must not turn a test red.
          testTimeout: 60_000,
          include: [
            "{server,components,contracts,content,messages,db,scripts}/**/*.test.{ts,tsx}",
            "tests/golden/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          environment: "node",
          testTimeout: 60_000,
          include: ["tests/architecture/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          environment: "node",
          include: ["tests/{integration,isolation,authz,db}/**/*.test.ts"],
          exclude: ALONE,
          globalSetup: ["tests/support/global-setup.ts"],
          // One process for file after file: loading the product anew took as long as the tests. Each file has a database of
          // its own all the same.
          pool: "forks",
          isolate: false,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          environment: "node",
          include: ["tests/process/**/*.test.ts", ...ALONE],
          globalSetup: ["tests/support/global-setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
