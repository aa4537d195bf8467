import { asSystem } from "#server/authz/index.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { passUpOverdue } from "./pass-up-overdue.ts";

/** The name under which the clock acts, in the audit trail and beside a request. */
const HELP_CLOCK = "Clock of requests for help";

/** Background work: looks at one request after its last day. */
export function runHelpClock(ids: { orgId: string; helpId: string }, clock: Clock = systemClock): Promise<null> {
  return asSystem(HELP_CLOCK, "help:answer", ids.orgId, (scope) => passUpOverdue(scope, { helpId: ids.helpId }), clock);
}
