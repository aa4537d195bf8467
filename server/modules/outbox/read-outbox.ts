import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { MailKind, MailStatus, Outbox } from "#contracts/outbox.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import { person } from "#db/schema/people.ts";
import { teamMember } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { env } from "#server/kernel/env.ts";
import type { Scope } from "#server/kernel/scope.ts";

const LISTED = 50;

/** Mails may be read where none is sent and nobody is real: each holds somebody's own link. */
export function isReadable(scope: Scope): boolean {
  return scope.organisation.demo && env().BEARING_SMTP_URL === undefined;
}

/** The outbox for HR: counts, refused addresses, and in a demo without a provider the latest mails. */
export async function readOutbox(scope: Scope<"wave:run">): Promise<Outbox> {
  const readable = isReadable(scope);
  const [counts, refused, mails, [all]] = await Promise.all([
    countByKind(scope),
    listRows(scope, "given_up"),
    readable ? listRows(scope) : [],
    scope.tx.select({ n: count() }).from(outboxMail).where(eq(outboxMail.orgId, scope.organisation.id)),
  ]);
  return {
    sends: env().BEARING_SMTP_URL !== undefined,
    readable,
    counts,
    refused: refused.map(({ mailId, name, email }) => ({ mailId, name: name ?? "", email: email ?? "" })),
    mails: mails.map(({ mailId, kind, name, status }) => ({ mailId, kind, to: name ?? "", status })),
    more: readable ? Math.max(0, (all?.n ?? 0) - mails.length) : 0,
  };
}

async function countByKind(scope: Scope): Promise<Outbox["counts"]> {
  const of = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  return scope.tx
    .select({
      kind: sql<MailKind>`${outboxMail.kind}`,
      waveLabel: wave.label,
      waiting: of(sql`${outboxMail.status} = 'waiting'`),
      sent: of(sql`${outboxMail.status} = 'sent'`),
      cancelled: of(sql`${outboxMail.status} = 'cancelled'`),
      givenUp: of(sql`${outboxMail.status} = 'given_up'`),
      maybeTwice: of(sql`${outboxMail.maybeTwice}`),
    })
    .from(outboxMail)
    .leftJoin(wave, and(eq(wave.orgId, outboxMail.orgId), eq(wave.id, outboxMail.waveId)))
    .where(eq(outboxMail.orgId, scope.organisation.id))
    .groupBy(outboxMail.kind, wave.label, wave.createdAt)
    .orderBy(desc(wave.createdAt), asc(outboxMail.kind))
    .limit(LISTED);
}

function listRows(scope: Scope, status?: MailStatus) {
  return scope.tx
    .select({
      mailId: outboxMail.id,
      kind: sql<MailKind>`${outboxMail.kind}`,
      status: sql<MailStatus>`${outboxMail.status}`,
      name: sql<string | null>`coalesce(${teamMember.name}, ${person.name})`,
      email: sql<string | null>`coalesce(${teamMember.email}, ${person.email})`,
    })
    .from(outboxMail)
    .leftJoin(teamMember, and(eq(teamMember.orgId, outboxMail.orgId), eq(teamMember.id, outboxMail.memberId)))
    .leftJoin(person, and(eq(person.orgId, outboxMail.orgId), eq(person.id, outboxMail.personId)))
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        status === undefined ? undefined : eq(outboxMail.status, status),
      ),
    )
    .orderBy(desc(outboxMail.createdAt), asc(outboxMail.id))
    .limit(LISTED);
}
