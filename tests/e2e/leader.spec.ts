import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

test("a senior leader reads overview, heatmap, quadrant, trend and a unit", async ({ page }) => {
  test.setTimeout(120_000);
  const check = watch(page);
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge");
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByText("Its people, teams and answers are fictional.")).toBeVisible();

  await page.getByRole("link", { name: "Results", exact: true }).first().click();
  await expect(page).toHaveURL(/\/results/);
  const table = page.locator("table").first();
  await expect(table).toContainText("Engagement risk");
  await expect(table).toContainText("Delivery risk");
  await expect(page.getByRole("columnheader", { name: /Aim/ })).toHaveCount(0);
  await page.getByLabel(/show statements/i).click();
  await expect(page.getByRole("columnheader", { name: /Aim/ }).first()).toBeVisible();
  await expect(page).toHaveURL(/statements/);

  await page.getByRole("tab", { name: "Quadrant" }).click();
  await expect(page).toHaveURL(/tab=quadrant/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.getByRole("tab", { name: "Trend" }).click();
  await expect(page).toHaveURL(/tab=trend/);
  await expect(page.locator("table").first()).toBeAttached();

  await page.getByRole("tab", { name: "Heatmap" }).click();
  await table.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/units\//);
  await expect(page.getByRole("main")).toContainText("Engagement risk");
  check();
});

test("the heatmap works by keyboard alone", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results");
  await ready(page);
  const cell = page.locator("table [tabindex='0']").first();
  await cell.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const focused = page.locator(":focus");
  await expect(focused).not.toHaveCount(0);
  expect(await focused.evaluate((el) => el.closest("table") !== null)).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/units\//);
});

test("on a phone the heatmap is a list, one unit per row @phone-only", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results");
  await ready(page);
  await expect(page.getByRole("table")).toHaveCount(0);
  expect(await page.getByRole("main").getByRole("listitem").count()).toBeGreaterThan(5);
});

test("what is hidden stays hidden: no number of a unit that is not shown reaches the browser", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results");
  await ready(page);
  const asked = page.waitForResponse((response) => response.url().includes("results.table"));
  await page.getByLabel(/show statements/i).click();
  const hidden: Record<string, unknown>[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const row = value as { engagement?: { mark?: string } };
    if (row.engagement?.mark === "hidden") hidden.push(value as Record<string, unknown>);
    for (const child of Object.values(value)) collect(child);
  };
  collect(await (await asked).json());
  expect(hidden.length).toBeGreaterThan(0);
  for (const row of hidden) {
    expect(row).toMatchObject({ answers: null, participation: null, state: null, lean: null });
    expect(row.engagement).toEqual({ mark: "hidden" });
    expect(row.delivery).toEqual({ mark: "hidden" });
  }
});
