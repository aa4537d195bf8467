import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

test("a supervisor gives an assessment by keyboard alone; it is saved, kept and closed once @phone", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const check = watch(page);
  // Desktop and phone take different teams: one wave has one assessment per team.
  await signIn(page, info.project.name === "phone" ? NORTHBRIDGE.smallTeam : NORTHBRIDGE.supervisor);
  await page.goto("/o/northbridge/now");
  await ready(page);
  const start = page
    .getByRole("main")
    .getByRole("link", { name: /Start|Continue|Open|Change/ })
    .first();
  await start.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/assess\//);
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}?part=1`);
  await ready(page);

  for (const [signal, key] of [
    ["U", "3"],
    ["C", "1"],
    ["I", "3"],
    ["K", "2"],
  ] as const) {
    await page.locator(`#${signal}`).focus();
    await page.keyboard.press(key);
    await expect(page.locator(`#${signal} input:checked`)).toHaveValue(String(Number(key) - 1));
  }
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 15_000 });
  const go = page.getByRole("button", { name: "Continue" });
  await go.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/part=2/);
  await expect(page.getByText("Part 1 alone is worth keeping")).toBeVisible();

  // The back button and Continue again: still one assessment, nothing lost.
  await page.goBack();
  await expect(page.locator("#U input:checked")).toHaveValue("2");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/part=2/);
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.locator("#I input:checked")).toHaveValue("2");
  check();
});

test("the own team is shown beside the own view, and never a team of somebody else", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.supervisor);
  await page.goto("/o/northbridge/my-team");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const response = await page.goto("/o/northbridge/results");
  expect([200, 403]).toContain(response?.status());
});
