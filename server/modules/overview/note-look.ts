import { command, UNCHANGED } from "#server/kernel/command.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findLook, storeLook } from "./queries.ts";
import { OVERVIEW_PAGE } from "./read-briefing.ts";

/**
 * Notes that the reader has opened the page, for themselves alone. The visit before, on another day, is kept beside it. Not
 * in the audit trail: when somebody reads is nobody's business.
 */
export const noteLook = command("overview.look", async (scope: Scope<"result:read">, _input: undefined) => {
  const { zone } = scope.organisation;
  const now = scope.clock.now();
  const before = await findLook(scope, OVERVIEW_PAGE);
  const sameDay = before !== null && dateIn(zone, before.lookedAt) === dateIn(zone, now);
  await storeLook(scope, OVERVIEW_PAGE, {
    lookedAt: now,
    beforeAt: sameDay ? before.beforeAt : (before?.lookedAt ?? null),
  });
  return { view: { noted: true }, audit: UNCHANGED };
});
