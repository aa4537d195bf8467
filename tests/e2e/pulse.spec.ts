import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectWellMade, ready, watch } from "./support.ts";
import {
  closePulseOrganisation,
  PASSWORD,
  type PulseOrganisation,
  plantPulseOrganisation,
} from "./pulse-organisation.ts";

/**
 * A whole pulse in an organisation of its own: HR plans and launches, two supervisors confirm, it opens, somebody answers on
 * a phone, HR closes, and the results come.
 */
test.describe.configure({ mode: "serial", timeout: 180_000 });
let org: PulseOrganisation;
let wave = "";

test.beforeAll(async () => {
  org = await plantPulseOrganisation();
});
test.afterAll(closePulseOrganisation);

async function signedIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await ready(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.BEARING_E2E_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test("HR plans a pulse with the phone beside it, and launches it", async ({ page }) => {
  const check = watch(page);
  await signedIn(page, org.hr);
  await page.goto(`/o/${org.slug}/waves/new`);
  await ready(page);
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Spring 2031");
  await page.getByRole("checkbox", { name: "I open it by hand" }).check();
  await page.getByRole("radio", { name: "When I raised a problem, I got an answer." }).check();
  await page.getByRole("button", { name: "Add a statement of your own" }).click();
  await page.getByLabel("Your statement 1", { exact: true }).fill("I can take my breaks.");
  await page.getByRole("slider", { name: /Smallest group shown/ }).press("ArrowRight");
  await expect(page.getByRole("heading", { name: "Smallest group shown: 6" })).toBeVisible();
  const phone = page.getByRole("complementary", { name: "The phone as staff will see it" });
  await expect(phone).toContainText("only for groups of 6 or more");
  await phone.getByText("More", { exact: true }).click();
  await expect(phone).toContainText("I can take my breaks.");
  await page.getByRole("slider", { name: /Smallest group shown/ }).press("ArrowLeft");
  await expectAccessible(page);
  await shot(page, "plan");
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031 is planned");
  wave = page.url();
  await ready(page);
  await expectAccessible(page);
  await shot(page, "draft");
  await page.getByRole("button", { name: "Launch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Launch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031: 0 of 2 lists are confirmed");
  await expectAccessible(page);
  await shot(page, "confirming");
  check();
});

test("two supervisors correct and confirm their lists, one of them on a phone", async ({ browser }) => {
  for (const [email, team, viewport] of [
    [org.supervisor, "Housing repairs", { width: 1280, height: 800 }],
    [org.otherSupervisor, "Applications", { width: 390, height: 844 }],
  ] as const) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await signedIn(page, email);
    await page.goto(`/o/${org.slug}/now`);
    await ready(page);
    await page.getByRole("link", { name: "See your list" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Please confirm the list of ${team}`);
    await ready(page);
    await page.getByLabel("Somebody who has joined").fill(`Joiner of ${team}`);
    await page.getByRole("button", { name: "Put on the list" }).click();
    await expect(page.getByRole("table")).toContainText(`Joiner of ${team}`);
    await page.getByRole("button", { name: `Joiner of ${team} has left` }).click();
    await expect(page.getByRole("table")).not.toContainText(`Joiner of ${team}`);
    await expectWellMade(page);
    await expectAccessible(page);
    await shot(page, `list-${viewport.width}`);
    await page.getByRole("button", { name: "This list is right" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your lists are confirmed");
    await context.close();
  }
});

test("HR opens it; a mail leads to the page, and somebody answers on a phone", async ({ page, browser }) => {
  await signedIn(page, org.hr);
  await page.goto(wave);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031: 2 of 2 lists are confirmed");
  await page.getByRole("button", { name: "Open now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031 is open to 20 people");
  await ready(page);
  await expectAccessible(page);
  await shot(page, "open");
  await page.getByRole("link", { name: "Cards to print" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 cards for 1 lists");
  const sheet = await page.request.get(
    (await page.getByRole("link", { name: /Sheet to print/ }).getAttribute("href")) ?? "",
  );
  expect(sheet.status()).toBe(200);
  expect(await sheet.text()).toContain("/r/");

  await page.goto(`/o/${org.slug}/outbox`);
  await ready(page);
  await expectAccessible(page);
  await shot(page, "outbox");
  const answered = new Set<string>();
  for (const button of (await page.getByRole("button", { name: /^Read the mail to Person \d+ of 12$/ }).all()).slice(
    0,
    7,
  )) {
    await button.click();
    const link = page.getByRole("main").getByRole("link", { name: /\/r\// });
    await expect(async () => {
      const address = (await link.getAttribute("href")) ?? "";
      expect(address).toContain("/r/");
      expect(answered.has(address)).toBe(false);
      answered.add(address);
    }).toPass();
  }
  expect(answered.size).toBe(7);
  for (const address of answered) await answer(browser, address);
});

test("HR closes it, and the results come", async ({ page }) => {
  await signedIn(page, org.hr);
  await page.goto(wave);
  await ready(page);
  await page.getByRole("button", { name: "Close now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close now" }).click();
  // The worker seals, checks and publishes; the page looks again by itself.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The results of Spring 2031 are out", {
    timeout: 30_000,
  });
  await ready(page);
  await expectAccessible(page);
  await shot(page, "published");
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByRole("main")).toContainText("7 answers");
});

async function answer(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await page.goto(new URL(address).pathname);
  for (const group of await page.getByRole("radiogroup").or(page.getByRole("group")).all()) {
    const choices = group.getByRole("radio");
    if ((await choices.count()) >= 5) await choices.nth(3).check({ force: true });
  }
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Received");
  await page.close();
}
