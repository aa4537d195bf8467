import { expect, type Page, test } from "@playwright/test";
import { linkIn, mailsTo } from "./mails.ts";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, shot, signIn, watch, whoIs } from "./support.ts";

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({ page }) => {
  const check = watch(page);
  await page.goto("/sign-in");
  await ready(page);
  const answers: string[] = [];
  for (const email of [whoIs(NORTHBRIDGE.hr).email, "nobody.at.all@northbridge.example"]) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(summary).toBeFocused();
    answers.push((await summary.textContent()) ?? "");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
  check();
});

test("a page asked for while signed out is where sign-in leads", async ({ page }) => {
  const who = whoIs(NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results?tab=quadrant");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await ready(page);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/o\/northbridge\/results\?tab=quadrant/);
});

test("who belongs to one organisation lands on its home page, and never at a choice of one @phone", async ({
  page,
}) => {
  await signIn(page, NORTHBRIDGE.supervisor);
  await expect(page).toHaveURL(/\/o\/northbridge\/./);
  await ready(page);
  await expectWellMade(page);
  await page.goto("/organisations");
  await expect(page).toHaveURL(/\/o\/northbridge\/./);
  await page.goto("/");
  await expect(page).toHaveURL(/\/o\/northbridge\/./);
});

test("signing out ends the session on the server: the old cookie opens nothing", async ({ page, context }) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/overview");
  const cookies = await context.cookies();
  await page.getByRole("button", { name: /Gwen Hathersall/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await page.goto("/o/northbridge/overview");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an account with two organisations chooses, switches, and keeps them apart", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.twoOrganisations);
  await expect(page).toHaveURL(/\/organisations$/);
  await ready(page);
  await expectAccessible(page);
  await page.goto("/organisations");
  await expect(page.getByRole("link", { name: "Northbridge City Council" })).toBeVisible();
  await page.getByRole("link", { name: "Office for Coastal Resilience" }).click();
  await expect(page).toHaveURL(/\/o\/coastal-resilience\//);
  await expect(page.getByRole("main")).not.toContainText("Northbridge");
});

test("foreign, unknown and stale addresses look the same", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.leader);
  for (const slug of ["st-brannoc", "no-such-place"]) {
    const response = await page.goto(`/o/${slug}/results`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We could not find this page");
  }
});

test("a page outside the own part says so and whom to ask", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.supervisor);
  for (const path of ["people", "audit", "imports", "settings"]) {
    await page.goto(`/o/northbridge/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("not in your part of Northbridge City Council");
  }
});

test("a link by mail signs in once, in the browser that asked, and nowhere else", async ({ page, browser }) => {
  const check = watch(page);
  const who = whoIs(NORTHBRIDGE.branchHr);
  await page.goto("/sign-in");
  await ready(page);
  await page.getByRole("button", { name: "E-mail me a link instead" }).click();
  await expect(page.getByRole("status")).toContainText("Enter your e-mail address above first.");
  await ready(page);
  const words: string[] = [];
  for (const email of ["nobody.at.all@northbridge.example", who.email]) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "E-mail me a link instead" }).click();
    await expect(page.getByRole("status")).toContainText("a link is on its way");
    words.push(await page.getByRole("main").innerText());
    await ready(page);
  }
  expect(words[1]).toBe(words[0]);
  await expectWellMade(page);
  await expectAccessible(page);
  await shot(page, "link-asked");

  let link = "";
  await expect(async () => {
    const [mail] = await mailsTo(who.email);
    expect(mail?.subject).toBe("Your link to sign in to Bearing");
    link = new URL(linkIn(mail!)).pathname + new URL(linkIn(mail!)).search;
  }).toPass({ timeout: 60_000 });
  expect(await mailsTo("nobody.at.all@northbridge.example")).toEqual([]);

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  await useLink(stranger, link);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  await expectAccessible(stranger);
  await shot(stranger, "link-gone");
  await stranger.goto("/o/northbridge/waves");
  await expect(stranger).toHaveURL(/\/sign-in/);
  await elsewhere.close();

  // Being looked at, and tried elsewhere, has used nothing up.
  await page.goto(link);
  await expectWellMade(page);
  await expectAccessible(page);
  await shot(page, "link");
  await useLink(page, link);
  await expect(page).toHaveURL(/\/o\/northbridge\//);

  await page.context().clearCookies({ name: /session/ });
  await page.goto("/o/northbridge/waves");
  await expect(page).toHaveURL(/\/sign-in/);
  await useLink(page, link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  check();
});

async function useLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await ready(page);
  await page.getByRole("button", { name: "Sign in" }).click();
}
