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
  const rows = page.locator("main .phone-only li");
  // The top of the tree first, the rest on demand.
  const atFirst = await rows.count();
  expect(atFirst).toBeGreaterThan(5);
  expect(atFirst).toBeLessThan(20);
  await page.getByRole("button", { name: "Units in Adult social care" }).click();
  await expect(page.getByRole("link", { name: "Mental health", exact: true })).toBeVisible();
  expect(await rows.count()).toBeGreaterThan(atFirst);
});

test("before React has come, a phone has the list, and a desk the table @phone", async ({ page }, info) => {
  await signIn(page, NORTHBRIDGE.leader);
  const phone = info.project.name === "phone";
  await page.route(/\/_next\/static\/.+\.js/, (route) => route.abort());
  for (const path of ["results", "overview"]) {
    await page.goto(`/o/northbridge/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("treegrid")).toHaveCount(phone ? 0 : 1);
    const list = page.getByRole("main").locator(".phone-only");
    if (!phone) await expect(list).toBeHidden();
    else {
      // The last figure of the first row is inside the screen: delivery risk is not cut off.
      const row = list.getByRole("listitem").first();
      const box = await row.locator("[data-mark]").last().boundingBox();
      expect((box?.x ?? 1000) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
    // Two screens of it, however many rows there are.
    expect(await list.locator("li").count()).toBeLessThanOrEqual(25);
  }
});

test("calls and plans arrive in a column that is there already @phone", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/api\/trpc\/.*calls\.below/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/o/northbridge/results");
  await ready(page);
  const main = page.getByRole("main");
  const said = main.getByText(/\d (lead|manage)|^(Lead|Manage|Keep the rhythm)/);
  await expect(said).toHaveCount(0);
  const places = () =>
    main
      .locator("[data-mark]")
      .evaluateAll((cells) => cells.slice(0, 40).map((cell) => JSON.stringify(cell.getBoundingClientRect())));
  const before = await places();
  arrive();
  await expect(said.first()).toBeVisible();
  expect(await places()).toEqual(before);
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
