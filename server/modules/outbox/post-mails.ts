import type { MailKind } from "#contracts/outbox.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** To somebody on a team's list, or to somebody with a place in the organisation. */
export type Addressee = { memberId: string } | { personId: string };

/**
 * Puts mails into the outbox in the transaction of what they are about: ids only, the words and any link are made when they
 * are sent. A transaction that rolls back sends nothing.
 */
export async function postMails(
  scope: Scope,
  mail: { kind: MailKind; waveId: string | null },
  to: readonly Addressee[],
): Promise<void> {
  if (to.length === 0) return;
  const orgId = scope.organisation.id;
  const at = scope.clock.now();
  const rows = to.map((who) => ({ orgId, ...mail, ...who, notBefore: at, createdAt: at }));
  for (let i = 0; i < rows.length; i += 1000) await scope.tx.insert(outboxMail).values(rows.slice(i, i + 1000));
  await enqueue(scope.tx, "mail-send", { orgId });
}
