import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, signIn, watch } from "./support.ts";

test("a senior leader reads overview, heatmap, quadrant, trend and a unit", async ({ page }) => {
  test.setTimeout(120_000);
  const check = watch(page);
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge");
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByText("Its people, teams and answers are fictional.")).toBeVisible();

  await page.getByRole("link", { name: "Results", exact: true }).first().click();
  await expect(page).toHaveURL(/\/results/);
  const table = page.getByRole("table").first();
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
  await expect(page.getByRole("table").first()).toBeAttached();

  await page.getByRole("tab", { name: "Heatmap" }).click();
  await table.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/units\//);
  await expect(page.getByRole("main")).toContainText("Engagement risk");
  check();
});

test("the heatmap works by keyboard alone", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results");
  await page.waitForLoadState("networkidle");
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
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("table")).toHaveCount(0);
  expect(await page.getByRole("main").getByRole("listitem").count()).toBeGreaterThan(5);
});

test("what is hidden stays hidden: no number of a unit that is not shown reaches the browser", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/trpc")) bodies.push(await response.text().catch(() => ""));
  });
  await page.goto("/o/northbridge/results");
  await page.getByLabel(/show statements/i).click();
  await page.waitForLoadState("networkidle");
  const html = await page.content();
  expect(html).toContain("Not shown");
  const rows = [...bodies.join("").matchAll(/"answers":(null|\d+)[^{}]*"engagement":\{"mark":"hidden"([^}]*)\}/g)];
  expect(rows.length).toBeGreaterThan(0);
  for (const [, answers, rest] of rows) {
    expect(answers).toBe("null");
    expect(rest).toBe("");
  }
});
