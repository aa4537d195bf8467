import { and, asc, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import { outboxMail } from "#db/schema/outbox.ts";
import { asSystem } from "#server/authz/index.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { log } from "#server/kernel/log.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { handOver, MAIL_JOB } from "./hand-over.ts";
import { LANES, type MailTransport, openTransport, type OutgoingMail } from "./open-transport.ts";
import { renderMails, type Writers } from "./render-mails.ts";
import { CLAIM_MINUTES } from "./send-rules.ts";

const BATCH = 100;
/** One job's share; the rest is another job's, so that a slow provider does not outlive the queue's patience. */
const BATCHES = 5;
const MINUTE = 60_000;

/** `writers` for kinds whose words another module knows: the outbox itself knows those that are about a wave. */
type Options = { clock?: Clock; transport?: MailTransport; writers?: Writers };

/**
 * Background work: sends what is due in one organisation. Each mail is claimed, handed over and marked, in that order and
 * alone, so that two senders never hand over the same one; only a sender that dies between the provider's yes and our mark
 * leaves a mail that may go out twice, and that is counted. Without a provider nothing happens and everything waits.
 */
export async function sendMails(orgId: string, { clock = systemClock, ...options }: Options = {}): Promise<void> {
  const transport = options.transport ?? openTransport();
  if (transport === null) return;
  const sent = { mails: 0 };
  try {
    for (let i = 0; i < BATCHES; i++) {
      const due = await nextBatch(orgId, clock, options.writers);
      if (due === null || !(await sendBatch(orgId, due, transport, clock, sent))) break;
    }
  } finally {
    if (!options.transport) transport.close();
  }
  log("info", "mails.sent", { mails: sent.mails });
  await asSystem(MAIL_JOB, "wave:run", orgId, comeBack, clock);
}

const isDue = (scope: Scope) => {
  const now = scope.clock.now();
  const stale = new Date(now.getTime() - CLAIM_MINUTES * MINUTE);
  return and(
    eq(outboxMail.orgId, scope.organisation.id),
    eq(outboxMail.status, "waiting"),
    lte(outboxMail.notBefore, now),
    or(isNull(outboxMail.claimedAt), lt(outboxMail.claimedAt, stale)),
  );
};

/** Mails ready to go, or null when none is due. Those that nothing can be made of any more are cancelled on the way. */
function nextBatch(orgId: string, clock: Clock, writers: Writers | undefined): Promise<OutgoingMail[] | null> {
  return asSystem(
    MAIL_JOB,
    "wave:run",
    orgId,
    async (scope) => {
      const rows = await scope.tx
        .select()
        .from(outboxMail)
        .where(isDue(scope))
        .orderBy(asc(outboxMail.notBefore), asc(outboxMail.id))
        .limit(BATCH);
      if (rows.length === 0) return null;
      const rendered = await renderMails(scope, rows, writers);
      const without = rows.filter((row) => !rendered.has(row.id)).map((row) => row.id);
      if (without.length > 0) {
        await scope.tx
          .update(outboxMail)
          .set({ status: "cancelled" })
          .where(
            and(
              eq(outboxMail.orgId, orgId),
              eq(outboxMail.status, "waiting"),
              sql`${outboxMail.id} = any(${`{${without.join(",")}}`}::text::uuid[])`,
            ),
          );
      }
      return [...rendered.values()];
    },
    clock,
  );
}

/** In lanes. False when the provider does not take mails now: the others wait where they are. */
async function sendBatch(
  orgId: string,
  due: readonly OutgoingMail[],
  transport: MailTransport,
  clock: Clock,
  sent: { mails: number },
): Promise<boolean> {
  const waiting = [...due];
  let providerUp = true;
  const lane = async () => {
    for (let mail = waiting.shift(); mail && providerUp; mail = waiting.shift()) {
      const outcome = await handOver(orgId, mail, transport, clock);
      if (outcome === "sent") sent.mails += 1;
      if (outcome === "provider_down") providerUp = false;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return providerUp;
}

/** Asks for the next look where something still waits: at its time, and not more than once a minute. */
async function comeBack(scope: Scope): Promise<void> {
  const claimed = sql`${outboxMail.claimedAt} + make_interval(mins => ${CLAIM_MINUTES})`;
  const [row] = await scope.tx
    .select({ at: sql<Date | null>`min(greatest(${outboxMail.notBefore}, ${claimed}))`.mapWith(outboxMail.notBefore) })
    .from(outboxMail)
    .where(and(eq(outboxMail.orgId, scope.organisation.id), eq(outboxMail.status, "waiting")));
  if (!row?.at) return;
  const soonest = Math.max(row.at.getTime(), scope.clock.now().getTime() + MINUTE);
  const once = String(Math.floor(soonest / MINUTE));
  const payload = { orgId: scope.organisation.id };
  await enqueue(scope.tx, "mail-send", payload, { startAfter: new Date(soonest), once });
}
