import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

const AT = "/o/northbridge";

/** Somebody else's browser, on the same kind of screen. */
async function another(browser: Browser, page: Page, email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await signIn(other, email);
  return other;
}

test("a team asks for help, its leader answers, and the team reads the answer @phone", async ({
  browser,
  page,
}, info) => {
  test.setTimeout(120_000);
  const check = watch(page);
  const question = `May we stop checking minor works (${info.project.name})?`;
  const sentence = `Stop from January (${info.project.name}).`;
  const team = await another(browser, page, NORTHBRIDGE.smallTeam);
  await team.goto(`${AT}/help`);
  await ready(team);
  await expect(team.getByText("It goes to the leader of Planning and growth: Ruth Adeyanju.")).toBeVisible();
  await team.getByRole("button", { name: "Ask for help" }).click();
  await expect(team.getByRole("alert").getByRole("link", { name: "Say what you need." })).toBeVisible();
  await team.getByLabel("What do you need").fill(question);
  await team.getByRole("button", { name: "Ask for help" }).click();
  await expect(team.getByText("Your request is on its way.")).toBeVisible();
  await expect(team.getByRole("article").filter({ hasText: question })).toContainText("working days left");

  await signIn(page, NORTHBRIDGE.twoOrganisations);
  await page.goto(`${AT}/waiting-for-you`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("your answer");
  const request = page.locator("section").filter({ hasText: question }).last();
  await request.getByRole("button", { name: "Answer Validation" }).focus();
  await page.keyboard.press("Enter");
  await request.getByRole("radio", { name: "No, because" }).check();
  await request.getByLabel("One sentence for the team").fill(sentence);
  await expect(request.getByText(`Planning and growth: No, because. ${sentence}`)).toBeVisible();
  await expectWellMade(page);
  await expectAccessible(page);
  await request.getByRole("button", { name: "Send to the team" }).click();
  await expect(page.getByText("Validation can read your answer now.")).toBeVisible();
  await expect(page.locator("section").filter({ hasText: question }).getByRole("button")).toHaveCount(0);

  await team.reload();
  await ready(team);
  await expect(team.getByRole("article").filter({ hasText: question })).toContainText(sentence);
  await expectWellMade(team);
  await team.context().close();
  check();
});

test("the sidebar counts what only the leader can answer, and the overview says who waits longest", async ({
  page,
}) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto(`${AT}/overview`);
  await ready(page);
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /Waiting for you \d+ for you/ }),
  ).toBeVisible();
  const waiting = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Waiting for your answer" }) });
  await expect(waiting).toContainText("Housing repairs");
  for (const word of ["Heard", "Safe", "Moving"])
    await expect(page.getByRole("term").filter({ hasText: word })).toBeVisible();
  await waiting.getByRole("link", { name: /Answer/ }).click();
  await expect(page).toHaveURL(/waiting-for-you/);
  const request = page.getByRole("region", { name: "Housing repairs" });
  await expect(request.getByText("No answer came in time: passed up")).toBeVisible();
});
