import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { dataPaths, root } from "../lib/paths.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { readSignIns } from "../start/demo.ts";
import { findRun } from "../start/run-state.ts";
import { ensureChromium } from "../test/chromium.ts";

const folder = join(root, "docs", "screenshots");

/** Takes the pictures of the README from the running demo: what is shown is what the product shows. */
await runCommand(async () => {
  const run = findRun(dataPaths());
  if (!run?.url) throw new UserError("Bearing is not running: start it first with npm start.");
  const signIns = readSignIns(dataPaths());
  const leader = signIns?.find((s) => s.role === "Senior leader" && s.url === "/o/northbridge");
  const hr = signIns?.find((s) => s.role === "HR admin" && s.url === "/o/northbridge");
  const supervisor = signIns?.find((s) => s.role.startsWith("Supervisor") && s.url === "/o/northbridge");
  if (!leader || !supervisor || !hr) throw new UserError("The demo is not here: pictures are taken of the demo only.");
  mkdirSync(folder, { recursive: true });

  const browser = await chromium.launch({
    executablePath: await ensureChromium(() => {}),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
  try {
    const asLeader = await signedIn(
      await browser.newPage({ baseURL: run.url, viewport: { width: 1280, height: 820 } }),
      leader,
    );
    await shoot(asLeader, "/o/northbridge/results", "results");
    // Tall enough for the whole drawing.
    await asLeader.setViewportSize({ width: 1280, height: 1230 });
    await shoot(asLeader, "/o/northbridge/results?tab=quadrant", "quadrant");
    await shoot(asLeader, "/o/northbridge/results?tab=trend", "trend");
    await asLeader.setViewportSize({ width: 1280, height: 820 });
    await asLeader.goto("/o/northbridge/overview");
    await asLeader.locator("main a[href*='/units/']").first().click();
    await asLeader.waitForURL(/\/units\//);
    await shoot(asLeader, asLeader.url(), "unit");
    await shoot(asLeader, "/o/northbridge/notes", "notes");
    const asSupervisor = await signedIn(
      await browser.newPage({ baseURL: run.url, viewport: { width: 1280, height: 820 } }),
      supervisor,
    );
    await shoot(asSupervisor, "/o/northbridge/now", "now");
    const asHr = await signedIn(
      await browser.newPage({ baseURL: run.url, viewport: { width: 1280, height: 820 }, locale: "en-GB" }),
      hr,
    );
    await shoot(asHr, "/o/northbridge/waves/new", "plan");
  } finally {
    await browser.close();
  }
});

async function signedIn(page: Page, who: { email: string; password: string }): Promise<Page> {
  await page.goto("/sign-in");
  await page.waitForLoadState("load");
  await page.locator("main").first().waitFor();
  await page.fill("#email", who.email);
  await page.fill("#password", who.password);
  await page.click("button[type=submit]");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/** Takes the picture again until it stays the same: calls and plans come after the figures, drawings after the page. */
async function settled(page: Page, path: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const before = readFileSync(path);
    await page.waitForTimeout(400);
    if (before.equals(await page.screenshot({ path, animations: "disabled" }))) return;
  }
}

async function shoot(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("load");
  await page.locator("main").first().waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  await settled(page, join(folder, `${name}.png`));
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}
