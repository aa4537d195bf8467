import type { HelpView } from "#contracts/help.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countWaitingAt, listWaitingAt, todayOf } from "./queries.ts";
import { toHelpView } from "./views.ts";

/** The requests that have waited longest for the leaders of these units, without their steps, and how many wait in all. */
export async function listOldest(
  scope: Scope,
  leads: readonly string[],
  limit: number,
): Promise<{ count: number; first: HelpView[] }> {
  if (leads.length === 0) return { count: 0, first: [] };
  const today = todayOf(scope);
  const [count, rows] = await Promise.all([countWaitingAt(scope, leads), listWaitingAt(scope, leads, limit)]);
  return { count, first: rows.map((row) => toHelpView(row, [], today)) };
}
