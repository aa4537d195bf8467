import { expect } from "vitest";
import { countSecurityEvents, snapshot } from "./snapshot.ts";

/** As `expectRefused`, for many attempts with one look at the tables: each rejects alike and leaves one security event. */
export async function expectAllRefused(
  superuserUrl: string,
  code: "FORBIDDEN" | "NOT_FOUND",
  attempts: (() => Promise<unknown>)[],
): Promise<void> {
  const [before, events] = [await snapshot(superuserUrl), await countSecurityEvents(superuserUrl)];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code });
  expect(await snapshot(superuserUrl)).toEqual(before);
  expect(await countSecurityEvents(superuserUrl)).toBe(events + attempts.length);
}
