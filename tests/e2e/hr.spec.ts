import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

/** HR's journeys change the demo, so they run in the smallest organisation, one after the other. */
test.describe.configure({ mode: "serial" });
const COASTAL_HR = "edith.marlbury@coastal-resilience.example";

test("HR adds a person, hands over the link, gives a role and revokes nothing by accident", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const check = watch(page);
  await signIn(page, NORTHBRIDGE.twoOrganisations);
  await page.goto("/o/coastal-resilience/people/new");
  await ready(page);
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Priya Testerly");
  await page.getByLabel("E-mail address").fill("priya.testerly@coastal-resilience.example");
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Priya Testerly is added");
  const link = (await page.getByRole("main").textContent())?.match(/\/invitation\?token=[\w-]{43}/)?.[0] ?? "";
  expect(link).not.toBe("");

  const other = await browser.newPage();
  await other.goto(link);
  await ready(other);
  await other.getByLabel("New password").fill("password1234");
  await other.getByRole("button", { name: "Set password" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await other.getByLabel("New password").fill("kettle-meadow-violin-seven");
  await other.getByRole("button", { name: "Set password" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText(/password is set|Your password/);
  await other.goto(link);
  await ready(other);
  await other.getByLabel("New password").fill("kettle-meadow-violin-eight");
  await other.getByRole("button", { name: "Set password" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "used or has expired" })).toBeVisible();
  await other.close();

  await page.goto("/o/coastal-resilience/people");
  await expect(page.getByRole("main")).toContainText("Priya Testerly");
  await page.goto("/o/coastal-resilience/audit");
  await expect(page.getByRole("main")).toContainText("Priya Testerly");
  check();
});

test("HR adds a unit, and the tree shows it", async ({ page }) => {
  await signIn(page, COASTAL_HR);
  await page.goto("/o/coastal-resilience/structure");
  const root = await page.getByRole("link", { name: "Office for Coastal Resilience" }).last().getAttribute("href");
  await page.goto(`/o/coastal-resilience/structure/new?under=${root?.split("/").at(-1)}`);
  await ready(page);
  await page.getByRole("radio", { name: "A unit" }).check();
  await page.getByLabel("Name", { exact: true }).fill("Harbour inspections");
  await page.getByRole("button", { name: "Add this unit" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Harbour inspections" })).toContainText("is added");
  await page.goto("/o/coastal-resilience/structure");
  await expect(page.getByRole("table")).toContainText("Harbour inspections");
});

test("HR imports past answers: wrong rows are named without their answers, right ones become results, and go back", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const check = watch(page);
  await signIn(page, COASTAL_HR);
  await page.goto("/o/coastal-resilience/results");
  await ready(page);
  await page.goto("/o/coastal-resilience/structure");
  await ready(page);

  const heads = ["unit", "D1", "D2", "D3", "D4", "D5", "D6", "E1", "E2", "E3", "E4", "E5", "E6"];
  const upload = async (name: string, rows: (string | number)[][]) => {
    await page.goto("/o/coastal-resilience/imports");
    await ready(page);
    await page.locator("#file").setInputFiles({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from([heads, ...rows].map((row) => row.join(",")).join("\r\n")),
    });
    await page.getByRole("button", { name: "Upload this file" }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await ready(page);
  };
  const rows = Array.from({ length: 24 }, (_, i) => [
    "Grant claims",
    ...Array.from({ length: 12 }, (_, j) => 1 + ((i + j) % 5)),
  ]);

  await upload("wrong.csv", [
    ...rows.slice(0, 5),
    ["Grant claims", 77, ...Array(11).fill(3)],
    ["Nowhere", ...Array(12).fill(3)],
  ]);
  await page.getByLabel("Name", { exact: true }).fill("Summer 2020");
  await page.getByLabel("Closed on").fill("2020-06-30");
  await page.getByLabel("Units are written as").selectOption("name");
  await page.getByRole("button", { name: "Check the file" }).click();
  const wrong = page.getByRole("region", { name: "What has to be corrected" });
  await expect(wrong).toContainText("Not one of the five grades", { timeout: 60_000 });
  await expect(wrong).toContainText("No unit of this organisation is called so");
  await expect(page.getByRole("main")).not.toContainText("77");
  await expect(page.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Discard this file" }).click();

  await upload("right.csv", rows);
  await page.getByLabel("Name", { exact: true }).fill("Summer 2020");
  await page.getByLabel("Closed on").fill("2020-06-30");
  await page.getByLabel("Units are written as").selectOption("name");
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Import 24 people" }).click({ timeout: 60_000 });
  await page.getByRole("link", { name: "See the results" }).click({ timeout: 60_000 });
  await expect(page).toHaveURL(/results\?wave=/);
  await expect(page.getByRole("main")).toContainText("Summer 2020");
  check();
});

test("HR plans, opens and closes waves by hand", async ({ page }) => {
  await signIn(page, COASTAL_HR);
  await page.goto("/o/coastal-resilience/waves");
  await ready(page);
  await page.getByRole("table").getByRole("link", { name: "Autumn 2026" }).click();
  await expect(page.getByRole("button", { name: "Close this wave" })).toBeVisible();
  await page.getByRole("button", { name: "Close this wave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close this wave" }).click();
  await expect(page.getByRole("button", { name: "Close this wave" })).toHaveCount(0);
  await page.goto("/o/coastal-resilience/audit");
  await expect(page.getByRole("main")).toContainText(/closed/i);
});
