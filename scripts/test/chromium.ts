import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runTool } from "../lib/processes.ts";
import { UserError } from "../lib/user-error.ts";

const present = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** A Chromium that is there already; undefined where none is. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  for (const path of [...present, chromium.executablePath()]) {
    if (existsSync(path) && (await runTool(path, ["--version"])).code === 0) return path;
  }
  return undefined;
}

/** A present Chromium, else Playwright's own, else the distribution's. Throws one sentence that says what to install. */
export async function ensureChromium(log: (line: string) => void): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = existsSync("/usr/bin/apt-get");
  log("No Chromium is here: getting Playwright's");
  await runTool("npx", ["playwright", "install", ...(isRoot && hasApt ? ["--with-deps"] : []), "chromium"]);
  const own = await findChromium();
  if (own) return own;
  if (isRoot && hasApt) {
    log("Playwright's could not be had: getting the distribution's");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runTool("apt-get", ["update", "-q"], { env });
    await runTool("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env });
    const distributed = await findChromium();
    if (distributed) return distributed;
  }
  throw new UserError(
    "The browser tests need a Chromium: install one (Debian and Ubuntu: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium) or set CHROMIUM_PATH to one.",
  );
}
