import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Three projects, so that everything without a database runs in seconds. Components that need a DOM say so in their file:
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
          include: ["tests/{integration,isolation,authz,db,process}/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
