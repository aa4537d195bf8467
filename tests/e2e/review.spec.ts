import { expect, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, shot, signIn } from "./support.ts";

/** Desktop only: a wave has one assessment per team, and the journey of the phone has another team. */
test("the own view first: then the team stands beside it, and each call says how it turned out", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, NORTHBRIDGE.supervisor);
  await page.goto("/o/northbridge/now");
  await ready(page);
  const card = page.getByRole("region", { name: "Housing repairs" });
  await card.getByRole("link", { name: /part|Open|Change/ }).click();
  await expect(page).toHaveURL(/\/assess\//);
  const teamId = /\/assess\/([0-9a-f-]{36})/.exec(page.url())?.[1];

  // Before: nothing of the team, and nothing of how the calls turned out.
  await page.goto(`/o/northbridge/plan/review?team=${teamId}`);
  await ready(page);
  await expect(page.getByRole("main")).toContainText("Not yet");
  await expect(page.getByRole("main")).not.toContainText("It aimed at");

  await page.goto(`/o/northbridge/assess/${teamId}?part=1`);
  await ready(page);
  const answer = async (code: string, key: string) => {
    await page.locator(`#${code}`).focus();
    await page.keyboard.press(key);
  };
  for (const signal of ["U", "C", "I", "K"]) await answer(signal, "2");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/part=2/);
  await ready(page);
  for (const axis of ["D", "E"]) for (let n = 1; n <= 6; n++) await answer(`${axis}${n}`, "4");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/part=3/);

  await page.goto(`/o/northbridge/plan/review?team=${teamId}`);
  await ready(page);
  const main = page.getByRole("main");
  for (const verdict of ["Improved.", "Worse.", "No clear change."]) await expect(main).toContainText(verdict);
  await expect(main).toContainText("This does not show that the action caused it.");
  await expect(main).toContainText("“Something changed because of what we said last time.”");
  await expectWellMade(page);
  await expectAccessible(page);
  await shot(page, "review");

  await page.goto(`/o/northbridge/my-team?team=${teamId}`);
  await ready(page);
  await expect(main.getByRole("heading", { name: "Statement by statement" })).toBeVisible();
  await expect(main.getByRole("heading", { name: "Also asked" })).toBeVisible();
  await expectWellMade(page);
  await expectAccessible(page);
  await shot(page, "my-team");
  await page.setViewportSize({ width: 390, height: 844 });
  await shot(page, "my-team-phone");
  await page.goto(`/o/northbridge/plan/review?team=${teamId}`);
  await ready(page);
  await expectWellMade(page);
  await shot(page, "review-phone");
});
