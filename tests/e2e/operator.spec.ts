import { expect, test } from "@playwright/test";
import { NORTHBRIDGE, ready, SIGN_INS, signIn, watch } from "./support.ts";

const operator = SIGN_INS.find((s) => s.role === "Operator");

test("the operator creates, suspends and lets in again, and sees no results", async ({ page, browser }) => {
  test.skip(!operator, "the demo printed no operator");
  test.setTimeout(120_000);
  const check = watch(page);
  await signIn(page, operator!.email);
  await page.goto("/installation");
  await expect(page.getByRole("main")).toContainText("St Brannoc NHS Trust");
  const inside = await browser.newPage();
  await signIn(inside, "owen.trevanth@st-brannoc.example");
  expect((await inside.goto("/o/st-brannoc/overview"))?.status()).toBe(200);

  await ready(page);
  await page.getByRole("button", { name: "Suspend St Brannoc NHS Trust" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend this organisation" }).click();
  await expect(page.getByRole("button", { name: "Let St Brannoc NHS Trust in again" })).toBeVisible();
  expect((await inside.goto("/o/st-brannoc/overview"))?.status()).toBe(404);
  await page.getByRole("button", { name: "Let St Brannoc NHS Trust in again" }).click();
  await expect(page.getByRole("button", { name: "Suspend St Brannoc NHS Trust" })).toBeVisible();
  expect((await inside.goto("/o/st-brannoc/overview"))?.status()).toBe(200);
  await inside.close();

  for (const path of ["/o/northbridge/results", "/o/st-brannoc/overview"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
  check();
});

test("to everybody else the installation does not exist", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.hr);
  expect((await page.goto("/installation"))?.status()).toBe(404);
});
