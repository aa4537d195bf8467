import type { WaitingCount } from "#contracts/help.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countWaitingAt } from "./queries.ts";

/**
 * The badge of the sidebar: things that only this person can do.
 * @param leads units that the reader leads; nothing waits for somebody who leads none
 */
export async function countWaiting(scope: Scope, leads: readonly string[]): Promise<WaitingCount> {
  return { waiting: await countWaitingAt(scope, leads) };
}
