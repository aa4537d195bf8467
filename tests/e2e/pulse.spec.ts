import { type Browser, expect, type Page, test } from "@playwright/test";
import { linkIn, mailsTo } from "./mails.ts";
import { expectAccessible, expectWellMade, ready, shot, watch } from "./support.ts";
import {
  closePulseOrganisation,
  PASSWORD,
  type PulseOrganisation,
  plantPulseOrganisation,
} from "./pulse-organisation.ts";

/**
 * A whole pulse in an organisation of its own: HR plans it in two languages and launches it, three supervisors confirm, it
 * opens, people answer on phones, one in Welsh, HR closes, and the results come.
 */
test.describe.configure({ mode: "serial", timeout: 300_000 });
let org: PulseOrganisation;
let wave = "";
const WELSH_E5 = "Cafodd ein gwaith ei orffen mewn pryd.";

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
  const phone = page.getByRole("region", { name: "The phone as staff will see it" });
  await expect(phone).toContainText("only for groups of 6 or more");
  const beside = page.getByRole("complementary", { name: "What each role will see" });
  await beside.getByText("More", { exact: true }).click();
  await expect(phone).toContainText("I can take my breaks.");
  await beside.getByText("Supervisors", { exact: true }).click();
  await expect(beside).toContainText("From 6 answers on");
  await page.getByRole("slider", { name: /Smallest group shown/ }).press("ArrowLeft");
  await confirmWelsh(page);
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031: 0 of 3 lists are confirmed");
  await expectAccessible(page);
  await shot(page, "confirming");
  check();
});

/** Nothing goes live in Welsh before HR has confirmed every statement; one is corrected on the way, one has no draft. */
async function confirmWelsh(page: Page): Promise<void> {
  await page.getByRole("switch", { name: "Offer the page in Welsh too" }).check();
  await expect(page.getByText("0 of 14 are confirmed.")).toBeVisible();
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Welsh");
  await page.getByLabel("E5 in Welsh").fill(WELSH_E5);
  await page.getByLabel("L1 in Welsh").fill("Gallaf gymryd fy seibiannau.");
  for (const tick of await page.getByRole("checkbox", { name: /confirmed in Welsh$/ }).all()) await tick.check();
  await expect(page.getByText("14 of 14 are confirmed.")).toBeVisible();
}

test("three supervisors correct and confirm their lists, two of them on a phone", async ({ browser }) => {
  for (const [at, { email, team }] of org.supervisors.entries()) {
    const viewport = at === 0 ? { width: 1280, height: 800 } : { width: 390, height: 844 };
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
    // They were asked by mail too.
    await expect(async () => expect(await mailsTo(email)).toHaveLength(1)).toPass();
    await page.getByRole("button", { name: "This list is right" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your lists are confirmed");
    await context.close();
  }
});

test("HR opens it; a mail leads to the page, and somebody answers on a phone", async ({ page, browser }) => {
  await signedIn(page, org.hr);
  await page.goto(wave);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031: 3 of 3 lists are confirmed");
  await page.getByRole("button", { name: "Open now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring 2031 is open to 29 people");
  await ready(page);
  await expectAccessible(page);
  await shot(page, "open");
  await page.getByRole("link", { name: "Cards to print" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 cards for one list");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: /Sheet to print/ }).click();
  const sheet = await opened;
  await expect(sheet.getByRole("heading", { level: 1 })).toHaveText("Cards for Applications");
  await expect(sheet.getByText("/r/")).toHaveCount(2);
  // Its own styles came through: without them a code fills the page.
  expect((await sheet.locator("svg").first().boundingBox())?.width).toBeLessThan(160);
  await shot(sheet, "cards");
  await sheet.close();

  const links = await mailedLinks(7);
  await page.goto(`/o/${org.slug}/outbox`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mails sent");
  await expectAccessible(page);
  await shot(page, "outbox");
  for (const [at, link] of links.entries()) {
    if (at === 0) await answerInWelsh(browser, link);
    else await answer(browser, link);
  }
});

/** The links that people of Housing repairs were sent, once their mails have arrived. */
async function mailedLinks(people: number): Promise<string[]> {
  let links: string[] = [];
  await expect(async () => {
    const addresses = Array.from({ length: people }, (_, i) => `person${i + 1}.12@${org.slug}.example`);
    links = (await Promise.all(addresses.map(mailsTo))).flatMap((mails) => mails.map(linkIn));
    expect(new Set(links).size).toBe(people);
  }).toPass({ timeout: 60_000 });
  return links;
}

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

/** By name and label as somebody reads them who has no English; the words are those that HR has confirmed. */
async function answerInWelsh(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(new URL(address).pathname);
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sut mae’r gwaith yn eich tîm?");
  await expectWellMade(page);
  await expectAccessible(page);
  await shot(page, "welsh-form");
  const answers = [
    ["Yn ein tîm ni, rydym yn cytuno ar yr hyn sydd bwysicaf.", "Cytuno’n gryf"],
    [WELSH_E5, "Weithiau"],
    ["Gallaf gymryd fy seibiannau.", "Ddim yn berthnasol"],
  ] as const;
  for (const [statement, choice] of answers) {
    const group = page.getByRole("group", { name: statement });
    await group.getByRole("radio", { name: choice, exact: true }).check({ force: true });
  }
  for (const code of ["D1", "D2", "E1", "E2"]) await page.locator(`input[name=${code}]`).nth(3).check({ force: true });
  await page.getByLabel("Oes unrhyw beth arall?").fill("Diolch am ofyn.");
  await page.getByRole("button", { name: "Anfon", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Wedi dod i law");
  await expectAccessible(page);
  await shot(page, "welsh-received");
  // Sent again: the same page, and nothing says that it was the second time.
  const first = await page.getByRole("main").innerText();
  await page.goto(`${new URL(address).pathname}?lang=cy`);
  await page.locator("input[name=D1]").first().check({ force: true });
  await page.getByRole("button", { name: "Anfon", exact: true }).click();
  expect(await page.getByRole("main").innerText()).toBe(first);
  await context.close();
}
