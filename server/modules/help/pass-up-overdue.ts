import type { HelpId } from "#contracts/help.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { moveOn } from "./move-on.ts";
import { listLed, lockRequest, todayOf } from "./queries.ts";
import { leaderAbove } from "./rules.ts";
import { startClock } from "./start-clock.ts";

const HOUR = 3_600_000;

/**
 * The clock of a request has run out: it passes to the leader above. At the top it stays, overdue. What was answered, taken
 * back or passed up meanwhile is left alone, so a look that comes twice is one.
 */
export const passUpOverdue = command("help.pass-up", async (scope: Scope<"help:answer">, input: HelpId) => {
  const row = await lockRequest(scope, input.helpId);
  if (row.status !== "waiting") return { view: null, audit: UNCHANGED };
  if (todayOf(scope) <= row.dueOn) {
    // A later clock has its own look; a day that is not over here gets another one in an hour.
    const soon = scope.clock.now().getTime() - Date.parse(`${row.dueOn}T00:00:00Z`) >= 24 * HOUR;
    if (soon) await startClock(scope, row.id, row.dueOn, new Date(scope.clock.now().getTime() + HOUR));
    return { view: null, audit: UNCHANGED };
  }
  const above = leaderAbove(row.path, row.atUnitId, await listLed(scope, row.path, row.askedBy));
  if (above === null) return { view: null, audit: UNCHANGED };
  const audit = await moveOn(scope, row, above, { kind: "overdue", sentence: null, byDate: null });
  return { view: null, audit };
});
