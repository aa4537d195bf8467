import { and, eq, inArray } from "drizzle-orm";
import type { MailKind } from "#contracts/outbox.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import type { Scope } from "#server/kernel/scope.ts";

/** Nothing of these kinds is sent about this wave any more. Returns how many were still waiting. */
export async function cancelMails(scope: Scope, waveId: string, kinds: readonly MailKind[]): Promise<number> {
  const cancelled = await scope.tx
    .update(outboxMail)
    .set({ status: "cancelled" })
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        eq(outboxMail.waveId, waveId),
        eq(outboxMail.status, "waiting"),
        inArray(outboxMail.kind, [...kinds]),
      ),
    )
    .returning({ id: outboxMail.id });
  return cancelled.length;
}
