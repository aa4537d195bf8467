import { expect, test } from "@playwright/test";
import { expectAccessible, expectWellMade, NORTHBRIDGE, ready, signIn, watch } from "./support.ts";

/** Every page of each role: it answers, keeps the policy, passes axe, has one h1 and fits the screen. */
const PAGES: Record<string, { email: string; paths: string[] }> = {
  "senior leader": {
    email: NORTHBRIDGE.leader,
    paths: ["overview", "results", "results?tab=quadrant", "results?tab=trend", "register", "method"],
  },
  supervisor: { email: NORTHBRIDGE.supervisor, paths: ["now", "my-team", "method"] },
  HR: {
    email: NORTHBRIDGE.hr,
    paths: [
      "waves",
      "structure",
      "structure/new",
      "structure/import",
      "people",
      "people/new",
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
    test.setTimeout(420_000);
    const check = watch(page);
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
  await signIn(page, NORTHBRIDGE.member);
  for (const path of ["/organisations", "/account"]) {
    await page.goto(path);
    await ready(page);
    await expectWellMade(page);
    await expectAccessible(page);
  }
});
