import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

const FOLDER = join(process.env.BEARING_SHARED ?? "../shared", "data", "fevs-2018");
const file = (name: string) => join(FOLDER, name);

test("101,881 real answers become a tree, a release and a heatmap, by the screens alone", async ({ page }) => {
  test.skip(!existsSync(file("respondents.csv.gz")), "the FEVS data is not in the shared folder (set BEARING_SHARED)");
  test.setTimeout(300_000);
  const check = watch(page);
  await signIn(page, NORTHBRIDGE.hr);
  await page.goto("/o/northbridge/organisations/new");
  await ready(page);
  await page.getByLabel("Name of the organisation").fill("Federal agencies");
  await page.getByLabel("Start with").selectOption("empty");
  await page.getByRole("button", { name: "Create organisation" }).click();
  await page.getByRole("link", { name: "Open Federal agencies" }).click();
  await expect(page).toHaveURL(/\/o\/federal-agencies/);

  await page.goto("/o/federal-agencies/structure/import");
  await ready(page);
  await page.locator("#file").setInputFiles(file("units.csv"));
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Apply these changes" }).click({ timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The structure is changed", { timeout: 60_000 });
  await expect(page.getByRole("status").first()).toContainText("279");

  await page.goto("/o/federal-agencies/imports");
  await ready(page);
  await page.locator("#file").setInputFiles(file("respondents.csv.gz"));
  await page.getByRole("button", { name: "Upload this file" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/, { timeout: 120_000 });
  await ready(page);
  await page.getByLabel("Name", { exact: true }).fill("FEVS 2018");
  await page.getByLabel("Closed on").fill("2018-06-30");
  await page.getByLabel("Unit", { exact: true }).selectOption({ label: "LEVEL1" });
  await page.locator("#mapping").setInputFiles(file("mapping.csv"));
  await expect(page.getByText("All twelve columns are filled in below.")).toBeVisible();
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Import 101,881 people" }).click({ timeout: 120_000 });
  await page.getByRole("link", { name: "See the results" }).click({ timeout: 120_000 });

  await expect(page).toHaveURL(/results\?wave=/);
  await expect(page.getByRole("main")).toContainText("FEVS 2018");
  const table = page.locator("table").first();
  // Only the rows on screen are drawn. Golden set 6 in whole points: 65.3059 and 70.3666 of everybody are risks of 35 and 30.
  await expect(table.getByRole("row").filter({ hasText: "101,881" }).first()).toContainText(/35.*30/);
  const voice = table.getByRole("row").filter({ hasText: "VOICE OF AMERICA" });
  await expect(voice.getByRole("gridcell", { name: /not shown/i }).first()).toBeVisible();
  expect(await voice.textContent()).not.toMatch(/\d/);
  check();
});
