import { defineConfig, devices } from "@playwright/test";

const inContainer = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const executablePath = process.env.CHROMIUM_PATH;

// `npm run test:e2e` builds, starts everything on free ports and sets these variables; BEARING_E2E_URL alone is enough to
// run against a server that is up already.
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/mails.ts",
  workers: 2,
  // Guards against hanging, not measures: a busy machine must not turn a test red.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: process.env.BEARING_E2E_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Recording costs a quarter of the processor time of the run (170 s against 134 s for pages.spec.ts).
    trace: process.env.BEARING_E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { args: inContainer, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone-only/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      // Screens that people use on the way; tag such a test @phone (both) or @phone-only.
      name: "phone",
      grep: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
