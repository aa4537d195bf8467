import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

const FILE = join(process.env.BEARING_SHARED ?? "../shared", "data", "uk-structure-2013", "three_way_2013.csv");
const SOURCE = "Civil Service People Survey 2013 and Major Projects Authority, autumn 2013";
const LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0.";

/** The departments of the file as a structure of their own; a name may hold commas. */
function structureOf(csv: string): string {
  const rows = csv.trim().split("\n").slice(1);
  const lines = rows.map((row) => {
    const [code] = row.split(",", 1);
    const name = row.match(/^[^,]*,[^,]*,[^,]*,[^,]*,("[^"]+"|[^,]+),/)?.[1];
    return `${code},${name},unit,ORG`;
  });
  return ["code,name,kind,parent_code", ...lines].join("\n");
}

async function keep(page: Page, at: string, column: string, title: string, scale: string, kind: string): Promise<void> {
  await page.goto(`${at}/measures/import`);
  await ready(page);
  await page.locator("#file").setInputFiles(FILE);
  await page.getByLabel("Which column names the unit?").selectOption("dept");
  await page.getByLabel("Which column holds the figure?").selectOption(column);
  await page.getByLabel("Year", { exact: true }).fill("2013");
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Scale").selectOption({ label: scale });
  await page.getByLabel("Source").fill(SOURCE);
  await page.getByLabel("Licence").fill(LICENCE);
  await page.getByRole("button", { name: "See what would be kept" }).click();
  await expect(page.getByRole("main")).toContainText("10 new, 0 changed, 0 as before");
  await expectWellMade(page);
  await page.getByRole("button", { name: "Keep these figures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`“${title}” is kept`);
}

test("ten departments in 2013 become two other measures by the screens, and no result of Bearing @phone", async ({
  page,
}, info) => {
  test.skip(!existsSync(FILE), "three_way_2013.csv is not in the shared folder (set BEARING_SHARED)");
  test.setTimeout(240_000);
  const check = watch(page);
  await signIn(page, NORTHBRIDGE.hr);
  await page.goto("/o/northbridge/organisations/new");
  await ready(page);
  // A second try finds the first one's organisation there.
  const name = `Departments ${info.project.name} ${Date.now().toString(36)}`;
  await page.getByLabel("Name of the organisation").fill(name);
  await page.getByLabel("Start with").selectOption("empty");
  await page.getByRole("button", { name: "Create organisation" }).click();
  await page.getByRole("link", { name: `Open ${name}` }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/o/departments"));
  const at = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

  await page.goto(`${at}/structure/import`);
  await ready(page);
  const structure = Buffer.from(structureOf(readFileSync(FILE, "utf8")));
  await page.locator("#file").setInputFiles({ name: "departments.csv", mimeType: "text/csv", buffer: structure });
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The structure is changed");

  await keep(page, at, "eei", "Employee engagement index", "0 to 100 per cent", "Engagement figure");
  await keep(page, at, "mean_score", "Delivery confidence, mean of 5", "1 to 5", "Delivery rating");

  await page.goto(`${at}/measures`);
  await ready(page);
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 other measures of your units");
  for (const title of ["Employee engagement index", "Delivery confidence, mean of 5"]) {
    await expect(main.getByRole("heading", { name: title })).toBeVisible();
  }
  // Each with its own source and licence line.
  await expect(main.getByText(`Source: ${SOURCE}. ${LICENCE}`)).toHaveCount(2);
  await expect(main).toContainText("HM Revenue & Customs");
  await expectWellMade(page);
  await expectAccessible(page);

  // Nothing of it is a result: the organisation has none.
  await page.goto(`${at}/results`);
  await ready(page);
  await expect(main).not.toContainText("Revenue");
  await expect(main).not.toContainText("3.75");
  check();
});
