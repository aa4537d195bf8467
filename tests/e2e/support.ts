import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type SignIn = { role: string; organisation: string; email: string; password: string; url: string };

/** The demo's sign-ins, as the server that is being tested printed them. */
export const SIGN_INS: SignIn[] = JSON.parse(
  readFileSync(process.env.BEARING_E2E_SIGN_INS ?? ".data/sign-ins.json", "utf8"),
);

export function whoIs(email: string): SignIn {
  const found = SIGN_INS.find((s) => s.email === email);
  if (!found) throw new Error(`the demo has no sign-in ${email}`);
  return found;
}

/** Everybody that a journey needs. */
export const NORTHBRIDGE = {
  hr: "meera.kalsi@northbridge.example",
  leader: "gwen.hathersall@northbridge.example",
  twoOrganisations: "ruth.adeyanju@northbridge.example",
  branchHr: "tomasz.birkett@northbridge.example",
  supervisor: "callum.eastrow@northbridge.example",
  smallTeam: "yasmin.thorley@northbridge.example",
  member: "femi.dunmore@northbridge.example",
} as const;

/**
 * Waits until the page has arrived whole and React has taken over every control on it, so that what is typed or clicked
 * next is not lost. It reads React's own mark on the elements: a quiet network says nothing about that, and a request
 * that a navigation cut short can keep Playwright's "networkidle" waiting for ever (it did, in CI).
 */
export async function ready(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          if (document.readyState !== "complete") return "still arriving";
          const controls = [...document.body.querySelectorAll("a[href], button, input, select, textarea")];
          const dead = controls.filter((c) => !Object.keys(c).some((key) => key.startsWith("__reactProps$")));
          return dead.length === 0 ? "ready" : `not taken over: ${dead[0]?.outerHTML.slice(0, 120)}`;
        }),
      // Playwright's own steps grow to a second: over two hundred pages that is minutes of waiting for nothing.
      { timeout: 20_000, intervals: [50, 100, 150] },
    )
    .toBe("ready");
}

/** Signs in through the form, by keyboard, and waits for the first page. */
export async function signIn(page: Page, email: string): Promise<SignIn> {
  const who = whoIs(email);
  await page.goto("/sign-in");
  await ready(page);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return who;
}

/**
 * Collects what the browser refuses under the page's policy, and errors that nobody caught. Call the result at the end.
 */
export function watch(page: Page): () => void {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) seen.push(message.text().slice(0, 200));
  });
  page.on("pageerror", (error) => seen.push(`uncaught: ${error.message.slice(0, 200)}`));
  return () => expect(seen).toEqual([]);
}

/** Rows from here on are made by the piece that made those before; on them axe would spend most of the run. */
const ALIKE = 41;

/** WCAG 2.2 AA as far as axe can tell; names each breach with its first place. Long tables and lists by their first rows. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .exclude(`main tbody tr:nth-of-type(n + ${ALIKE})`)
    .exclude(`main li:nth-of-type(n + ${ALIKE})`)
    .analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`)).toEqual([]);
}

/** One h1, at most one primary action, nothing wider than the screen, no text under 13 px. */
export async function expectWellMade(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  const found = await page.evaluate(() => {
    const small: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent || parent.closest("script, style, noscript, .visually-hidden")) continue;
      const style = getComputedStyle(parent);
      if (style.visibility === "hidden" || parent.getClientRects().length === 0) continue;
      if (Number.parseFloat(style.fontSize) < 13)
        small.push(`${node.textContent.trim().slice(0, 30)} ${style.fontSize}`);
    }
    const buttons = [...document.querySelectorAll<HTMLElement>("main .mantine-Button-root")];
    const primary = buttons.filter(
      (button) =>
        (button.dataset.variant ?? "filled") === "filled" &&
        button.getClientRects().length > 0 &&
        !button.closest("details, dialog"),
    );
    return {
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small,
      primary: primary.map((button) => button.textContent),
    };
  });
  expect(found.overflow).toBeLessThanOrEqual(0);
  expect(found.small.slice(0, 5)).toEqual([]);
  expect(found.primary.slice(1)).toEqual([]);
}

/** Kept where BEARING_E2E_SHOTS names a folder, to be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.BEARING_E2E_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
