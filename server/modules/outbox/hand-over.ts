import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { outboxMail } from "#db/schema/outbox.ts";
import { asSystem } from "#server/authz/index.ts";
import type { Clock } from "#server/kernel/clock.ts";
import type { MailTransport, OutgoingMail } from "./open-transport.ts";
import { backoffMinutes, CLAIM_MINUTES, type Failure, failureOf, MAX_ATTEMPTS, maybeTaken } from "./send-rules.ts";

/** The name under which background work sends mails. */
export const MAIL_JOB = "Mail job";

const MINUTE = 60_000;

/**
 * Claims one mail, hands it over, and marks what became of it: three steps, so that no transaction is open while the
 * provider thinks. A claim that somebody else holds, or a mail that was cancelled meanwhile, is left alone.
 */
export async function handOver(
  orgId: string,
  mail: OutgoingMail,
  transport: MailTransport,
  clock: Clock,
): Promise<"sent" | "skipped" | "failed" | "provider_down"> {
  const attempts = await claim(orgId, mail.id, clock);
  if (attempts === null) return "skipped";
  try {
    await transport.send(mail);
  } catch (error) {
    const failure = error as Failure;
    const kind = failureOf(failure);
    const over = kind === "address" || attempts >= MAX_ATTEMPTS;
    await mark(orgId, mail.id, clock, {
      ...(over && { status: "given_up" }),
      notBefore: new Date(clock.now().getTime() + backoffMinutes(attempts) * MINUTE),
      ...(maybeTaken(failure) && { maybeTwice: true }),
    });
    return kind === "provider" ? "provider_down" : "failed";
  }
  await mark(orgId, mail.id, clock, { status: "sent", sentAt: clock.now() });
  return "sent";
}

/** How often it has been tried with this time, or null when it is not ours to send. */
function claim(orgId: string, id: string, clock: Clock): Promise<number | null> {
  return asSystem(
    MAIL_JOB,
    "wave:run",
    orgId,
    async ({ tx }) => {
      const now = clock.now();
      const stale = new Date(now.getTime() - CLAIM_MINUTES * MINUTE);
      const [claimed] = await tx
        .update(outboxMail)
        .set({
          claimedAt: now,
          attempts: sql`${outboxMail.attempts} + 1`,
          // Claimed before and never marked: whoever had it died, perhaps after the provider's yes.
          maybeTwice: sql`${outboxMail.maybeTwice} or ${outboxMail.claimedAt} is not null`,
        })
        .where(
          and(
            eq(outboxMail.orgId, orgId),
            eq(outboxMail.id, id),
            eq(outboxMail.status, "waiting"),
            or(isNull(outboxMail.claimedAt), lt(outboxMail.claimedAt, stale)),
          ),
        )
        .returning({ attempts: outboxMail.attempts });
      return claimed?.attempts ?? null;
    },
    clock,
  );
}

type Mark = Partial<Pick<typeof outboxMail.$inferInsert, "status" | "sentAt" | "notBefore" | "maybeTwice">>;

function mark(orgId: string, id: string, clock: Clock, what: Mark): Promise<unknown> {
  return asSystem(
    MAIL_JOB,
    "wave:run",
    orgId,
    ({ tx }) =>
      tx
        .update(outboxMail)
        .set({ claimedAt: null, ...what })
        .where(and(eq(outboxMail.orgId, orgId), eq(outboxMail.id, id))),
    clock,
  );
}
