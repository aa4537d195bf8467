import { sql } from "drizzle-orm";
import { asSystem, listLiveOrganisations } from "#server/authz/index.ts";
import { type Clock, dateIn, systemClock } from "#server/kernel/clock.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { postMails } from "#server/modules/outbox/index.ts";
import { nextMonthly } from "./month-rules.ts";
import { isPosted, listLed } from "./monthly-queries.ts";

const MONTHLY = "Mail of the month";

/** Books the mail of the next month, once however often it is asked. */
export async function bookMonthly(scope: Scope): Promise<void> {
  const at = nextMonthly(dateIn(scope.organisation.zone, scope.clock.now()));
  const payload = { orgId: scope.organisation.id };
  await enqueue(scope.tx, "monthly-mail", payload, { startAfter: at, once: at.toISOString() });
}

/**
 * Books the next mail in every organisation that has none booked: those that are older than this job. Run by each worker at
 * its start, so at any time by several at once; what is booked stays as it is.
 */
export async function bookMissingMonthly(clock: Clock = systemClock): Promise<{ organisations: number }> {
  const ids = await listLiveOrganisations();
  for (const orgId of ids) await asSystem(MONTHLY, "result:read", orgId, bookMonthly, clock);
  return { organisations: ids.length };
}

/**
 * Background work, on the first of a month: one mail to everybody who leads a unit, and the next month is booked. Run twice
 * in a month it posts once.
 */
export function runMonthly(ids: { orgId: string }, clock: Clock = systemClock): Promise<void> {
  return asSystem(
    MONTHLY,
    "result:read",
    ids.orgId,
    async (scope) => {
      await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`monthly ${ids.orgId}`}, 0))`);
      await bookMonthly(scope);
      const today = dateIn(scope.organisation.zone, clock.now());
      if (await isPosted(scope, new Date(`${today.slice(0, 8)}01T00:00:00Z`))) return;
      const leaders = new Set((await listLed(scope, today, null)).map(({ personId }) => personId));
      await postMails(
        scope,
        { kind: "monthly", waveId: null },
        [...leaders].map((personId) => ({ personId })),
      );
    },
    clock,
  );
}
