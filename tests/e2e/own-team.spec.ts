import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectWellMade, ready, signIn, watch } from "./support.ts";

/** Each screen has a leader of its own; a second try finds the team there. */
const WHO = {
  desktop: {
    leader: "owen.trevanth@st-brannoc.example",
    hr: "shanice.brindlow@st-brannoc.example",
    at: "/o/st-brannoc",
  },
  phone: {
    leader: "joel.carrowby@coastal-resilience.example",
    hr: "edith.marlbury@coastal-resilience.example",
    at: "/o/coastal-resilience",
  },
} as const;

async function look(page: Page): Promise<void> {
  await ready(page);
  await expectWellMade(page);
  await expectAccessible(page);
}

test("a leader makes the people who report to them a team, and does the same check for it @phone", async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000);
  const check = watch(page);
  const { leader, hr, at } = info.project.name === "phone" ? WHO.phone : WHO.desktop;
  await signIn(page, leader);
  await page.goto(`${at}/overview`);
  await look(page);
  const own = page.getByRole("list", { name: "The team you lead yourself" });
  const ask = own.getByRole("link", { name: "Say who they are" });
  if (await ask.isVisible()) {
    await ask.click();
    await expect(page).toHaveURL(/\/register#own-team$/);
    const section = page.locator("#own-team");
    await section.getByLabel("How many people").fill("6");
    await section.getByLabel("How the team works").selectOption("hybrid");
    await look(page);
    await section.getByRole("button", { name: "Make it a team" }).click();
    await expect(section).toContainText("waits for HR’s yes");
    await page.goto(`${at}/overview`);
    await expect(own).toContainText("Your own team waits for HR’s yes.");
  }
  if ((await own.textContent())?.includes("waits")) {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, hr);
    await other.goto(`${at}/register`);
    await ready(other);
    const card = other.getByRole("listitem").filter({ hasText: "leadership team" });
    await card.getByRole("button", { name: "Approve" }).click();
    await expect(other.getByRole("status")).toContainText("is live from today on");
    await context.close();
    await page.goto(`${at}/overview`);
  }

  await ready(page);
  await own.getByRole("link").click();
  await page.waitForURL(/\/(check|now)/);
  await ready(page);
  if (!page.url().includes("/check/")) await page.getByRole("link", { name: /check again/i }).click();
  await expect(page).toHaveURL(/\/check\//);
  await ready(page);
  const again = page.getByRole("main").getByRole("button", { name: "Check again" });
  if (await again.isVisible()) await again.click();
  for (const [signal, key] of [
    ["U", "4"],
    ["C", "1"],
    ["I", "1"],
    ["K", "2"],
  ] as const) {
    await page.locator(`#${signal}`).focus();
    await page.keyboard.press(key);
  }
  await page.getByRole("button", { name: "Show the call" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Lead: people need meaning now/);

  await page.goto(`${at}/overview`);
  await look(page);
  await expect(own).toContainText(/Your own team: Lead, since \d+ \w+ \d{4}\./);
  await own.getByRole("link", { name: "See call and plan" }).click();
  await expect(page).toHaveURL(/\/now\?team=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Lead:/);
  check();
});
