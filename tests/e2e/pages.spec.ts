import { expect, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

/** Every page of each role: it answers, keeps the policy, passes axe, has one h1 and fits the screen. */
const PAGES: Record<string, { email: string; paths: string[] }> = {
  "senior leader": {
    email: NORTHBRIDGE.leader,
    paths: [
      "overview",
      "results",
      "notes",
      "certificate",
      "results?tab=quadrant",
      "results?tab=trend",
      "register",
      "method",
      "waiting-for-you",
      "priorities",
      "measures",
    ],
  },
  supervisor: {
    email: NORTHBRIDGE.supervisor,
    paths: [
      "now",
      "my-team",
      "members",
      "notes",
      "guide",
      "plan",
      "plan/card",
      "plan/review",
      "playbooks",
      "waiting-on",
      "help",
      "decisions",
      "method",
    ],
  },
  HR: {
    email: NORTHBRIDGE.hr,
    paths: [
      "waves",
      "waves/new",
      "results",
      "notes",
      "members/all",
      "members/import",
      "outbox",
      "certificate",
      "structure",
      "structure/new",
      "structure/import",
      "people",
      "people/new",
      "coverage",
      "measures",
      "measures/import",
      "imports",
      "settings",
      "audit",
      "audit?tab=security",
      "register",
      "organisations/new",
    ],
  },
  "HR of a branch": { email: NORTHBRIDGE.branchHr, paths: ["structure", "people"] },
  "team member": { email: NORTHBRIDGE.member, paths: ["method"] },
};

for (const [role, { email, paths }] of Object.entries(PAGES)) {
  test(`every page of a ${role} is well made and accessible @phone`, async ({ page }) => {
    test.setTimeout(180_000);
    const check = watch(page);
    const missing: string[] = [];
    page.on("response", (response) => {
      if (response.status() === 404) missing.push(new URL(response.url()).pathname);
    });
    await signIn(page, email);
    for (const path of paths) {
      await test.step(path, async () => {
        const response = await page.goto(`/o/northbridge/${path}`);
        expect(response?.status()).toBe(200);
        await ready(page);
        await expectWellMade(page);
        await expectAccessible(page);
      });
    }
    check();
    // The browser asks for the tab's mark as well.
    expect(missing).toEqual([]);
  });
}

test("results keep their contrast in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, NORTHBRIDGE.leader);
  for (const path of ["overview", "results", "results?tab=trend"]) {
    await page.goto(`/o/northbridge/${path}`);
    await ready(page);
    await expectAccessible(page);
  }
});

test("the sign-in page and the own account are accessible @phone", async ({ page }) => {
  await page.goto("/sign-in");
  await ready(page);
  await expectWellMade(page);
  await expectAccessible(page);
  await signIn(page, NORTHBRIDGE.twoOrganisations);
  for (const path of ["/organisations", "/account"]) {
    await page.goto(path);
    await ready(page);
    await expectWellMade(page);
    await expectAccessible(page);
  }
});
