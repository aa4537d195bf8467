import { expect, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, signIn } from "./support.ts";

test("a unit's page says what else was asked, beside the organisation, and leads to what people wrote @phone", async ({
  page,
}) => {
  await signIn(page, NORTHBRIDGE.leader);
  await page.goto("/o/northbridge/results");
  await ready(page);
  await page.getByRole("link", { name: "Adult social care", exact: true }).first().click();
  await expect(page).toHaveURL(/\/units\//);
  await ready(page);
  const section = page.locator("section", { has: page.getByRole("heading", { name: "Also asked" }) }).last();
  await expect(section).toContainText("In no axis, so in neither risk.");
  const rows = section.locator("tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(rows.first().getByRole("rowheader")).toHaveText("Something changed because of what we said last time.");
  for (const cell of await rows.first().getByRole("cell").all()) await expect(cell).toHaveText(/^\d{1,3}$/);
  await expect(rows.last()).toContainText("Your organisation’s own");
  await expectWellMade(page);
  await expectAccessible(page);

  await page.getByRole("link", { name: /Read the \d+ notes that people wrote/ }).click();
  await expect(page).toHaveURL(/\/notes\?/);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("14 notes from Adult social care");
  await expectWellMade(page);
  await expectAccessible(page);
});

test("HR sees a name taken out of a note, and no note tells a team or a day", async ({ page }) => {
  await signIn(page, NORTHBRIDGE.hr);
  await page.goto("/o/northbridge/notes");
  await ready(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("Ask [taken out] in the post room");
  await expect(main).not.toContainText("Derek");
  await expect(main.locator("li", { hasText: /\d{4}/ })).toHaveCount(0);
});
