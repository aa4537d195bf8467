import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectWellMade, ready, signIn, watch } from "./support.ts";

/** Each screen has a supervisor of its own, so that neither finds the other's plan. */
const WHO = {
  desktop: { email: "nadia.pellowe@st-brannoc.example", at: "/o/st-brannoc" },
  phone: { email: "anjali.strickney@coastal-resilience.example", at: "/o/coastal-resilience" },
} as const;

async function look(page: Page): Promise<void> {
  await ready(page);
  await expectWellMade(page);
  await expectAccessible(page);
}

test("a supervisor checks, gets the call, plans an action against it and closes it @phone", async ({ page }, info) => {
  test.setTimeout(120_000);
  const check = watch(page);
  const { email, at } = info.project.name === "phone" ? WHO.phone : WHO.desktop;
  await signIn(page, email);
  await page.goto(`${at}/now`);
  await look(page);
  const main = page.getByRole("main");
  await main.locator("a[href*='/check/']").first().click();
  await expect(page).toHaveURL(/\/check\//);
  await ready(page);

  // One of the two has a call already, which still holds.
  const again = main.getByRole("button", { name: "Check again" });
  if (await again.isVisible()) await again.click();

  // Nothing answered: the summary leads to the first.
  await page.getByRole("button", { name: "Show the call" }).click();
  await expect(main.getByRole("alert")).toContainText("Signal 1");
  for (const [signal, key] of [
    ["U", "3"],
    ["C", "4"],
    ["I", "1"],
    ["K", "2"],
  ] as const) {
    await page.locator(`#${signal}`).focus();
    await page.keyboard.press(key);
    await expect(page.locator(`#${signal} input:checked`)).toHaveValue(String(Number(key) - 1));
  }
  await page.getByRole("button", { name: "Show the call" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Lead: people need meaning now/);
  await expect(main).toContainText("People know the task but doubt the direction");
  await expect(main).toContainText(/It would (be|become) /);
  await look(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Lead:/);

  await page.getByRole("link", { name: "Choose an action" }).click();
  await expect(page).toHaveURL(/\/plan\?team=/);
  await look(page);
  await page.getByText("Manage: structure", { exact: true }).first().click();
  await main
    .getByRole("button", { name: /^Choose: / })
    .first()
    .click();
  await expect(main).toContainText("This action adds structure. Your check says people need meaning first.");
  await page.getByRole("button", { name: "See actions for meaning" }).click();
  await page.getByText("Lead: meaning", { exact: true }).first().click();
  await main
    .getByRole("button", { name: /^Choose: / })
    .first()
    .click();

  const result = `Everybody can say why, ${info.project.name}`;
  await page.getByLabel("What will be different when this is done?").fill(result);
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(main.getByRole("alert")).toContainText("Choose one person.");
  await page.getByLabel("One owner").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await expect(page.getByRole("heading", { name: result })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 of 3 actions open");

  await page.getByRole("button", { name: "Close and review" }).click();
  await page.getByLabel("Keep it: it goes on as it is").check();
  await page.getByLabel(/What did you learn/).fill("It took one morning.");
  await page.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("row").filter({ hasText: result })).toContainText("It took one morning.");
  await look(page);

  await page.getByRole("link", { name: "Was the call right?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Was the call right?");
  await expect(page.getByRole("heading", { name: "Leading" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Managing" })).toBeVisible();
  await look(page);
  check();
});

/** Every page whose subject is a team: the 60-second check is one link away, at any time. */
const TEAM_PAGES = [
  "now",
  "my-team",
  "plan",
  "plan/card",
  "plan/review",
  "playbooks",
  "waiting-on",
  "help",
  "decisions",
];

test("the check is one link away on every page of a team, and nobody else's is offered @phone", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, WHO.desktop.email);
  const { at } = WHO.desktop;
  await page.goto(`${at}/plan`);
  await ready(page);
  const main = page.getByRole("main");
  const check = await main.getByRole("link", { name: "Check now: a minute" }).getAttribute("href");
  const teamId = check?.split("/").at(-1);
  expect(check).toBe(`${at}/check/${teamId}`);
  const pages = TEAM_PAGES.map((path) => `${path}?team=${teamId}`);
  for (const path of [...pages, `units/${teamId}`, `assess/${teamId}`, "guide", "members"]) {
    await test.step(path, async () => {
      await page.goto(`${at}/${path}`);
      await ready(page);
      const link = main.locator(`a[href='${check}']`).first();
      await expect(link).toBeVisible();
      await expect(link).toHaveText(path.startsWith("now") ? /[Cc]heck/ : "Check now: a minute");
    });
  }
  // From the last of them it leads to the check itself.
  await main.getByRole("link", { name: "Check now: a minute" }).click();
  await expect(page).toHaveURL(new RegExp(`/check/${teamId}$`));
});
