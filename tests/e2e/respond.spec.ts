import { expect, type Page, test } from "@playwright/test";
import { aForm, EVERY_PAGE } from "#server/respond/fixtures.ts";
import { pulsePage, type Page as Rendered } from "#server/respond/index.ts";
import { expectAccessible, expectWellMade, watch } from "./support.ts";

/** Gives the browser a page as the server would, headers and all, so that every state can be looked at. */
async function show(page: Page, { body, status, headers }: Rendered): Promise<void> {
  await page.route("**/r/shown*", (route) => route.fulfill({ body, status, headers }));
  await page.goto("/r/shown");
}

/** One of each look; the rest differs in words only. Dark for every other, and the form in both. */
const LOOKS: [name: string, scheme: "light" | "dark"][] = [
  ["form", "light"],
  ["form in Welsh", "dark"],
  ["note too long", "dark"],
  ["nothing said", "light"],
  ["received", "dark"],
  ["decisions", "light"],
  ["notice", "dark"],
  ["sheet", "light"],
  ["dpia", "dark"],
];

for (const [name, colorScheme] of LOOKS) {
  test(`well made and accessible, ${colorScheme}: ${name} @phone`, async ({ page }) => {
    const check = watch(page);
    await page.emulateMedia({ colorScheme });
    await show(page, EVERY_PAGE[name]!);
    await expectWellMade(page);
    await expectAccessible(page);
    check();
  });
}

test("the form fits a screen of 320 px with the longest words, and every circle is a large target @phone", async ({
  page,
}) => {
  const long = "Gwasanaethau-Cymdeithasol-a-Thai-y-Gogledd-Orllewin".repeat(2);
  await page.setViewportSize({ width: 320, height: 640 });
  await show(page, pulsePage({ form: aForm({ team: long, organisation: long, waveLabel: long }), lang: "cy" }));
  await expectWellMade(page);
  const labels = await page.locator("fieldset label").all();
  expect(labels).toHaveLength(14 * 6);
  const smallest = await page
    .locator("fieldset label, .send")
    .evaluateAll((all) =>
      Math.min(...all.map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height))),
    );
  expect(smallest).toBeGreaterThanOrEqual(44);
});

test("answered by keyboard: Enter on a circle sends nothing, Send sends what was chosen", async ({ page }) => {
  await show(page, pulsePage({ form: aForm(), lang: "en" }));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(`${new URL(request.url()).search} ${request.postData()}`);
  });
  await page.getByRole("radio", { name: "Strongly disagree" }).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("group", { name: "1. I know what our team" }).getByRole("radio").nth(1)).toBeChecked();
  await page.keyboard.press("Enter");
  await expect.poll(() => sent).toEqual(["?lang=en&keep=1 D1=2&note="]);
  await expect(page).toHaveURL(/#review$/);

  await page.unrouteAll();
  await show(page, pulsePage({ form: aForm(), lang: "en", typed: { answers: { D1: 2 }, note: "" } }));
  await page.getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByLabel("Is there anything else?").fill("Two\nlines");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => sent[1]).toEqual("?lang=en D1=2&D2=1&note=Two%0D%0Alines");
});

test("an error is read first, leads to its field, and the other language keeps what was typed", async ({ page }) => {
  const typed = { answers: { D1: 4 }, note: "x".repeat(1001) };
  await show(page, pulsePage({ form: aForm(), lang: "en", typed, problem: "note_too_long" }));
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByLabel("Is there anything else?")).toBeFocused();
  const request = page.waitForRequest((one) => one.method() === "POST");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  expect(new URL((await request).url()).search).toBe("?lang=cy&keep=1");
  expect((await request).postData()).toBe(`D1=4&note=${"x".repeat(1001)}`);
});

test("the server gives these pages their own policy, no cookie and no script @phone", async ({ page, context }) => {
  test.setTimeout(150_000);
  const check = watch(page);
  for (const [path, status] of [
    ["/about/privacy", 200],
    ["/about/questions", 200],
    ["/about/dpia", 200],
    ["/r/northbridge.none.00000000000000000000000000", 404],
    ["/r/x", 404],
    ["/d/northbridge.no-such-team", 404],
    ["/d/northbridge.no-such-team/notice", 404],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    const headers = response?.headers() ?? {};
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[^']{44}'; form-action/);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(await response?.text()).not.toContain("<script");
    await expectWellMade(page);
    await expectAccessible(page);
  }
  expect(await context.cookies()).toEqual([]);
  check();
});
