import { and, eq, isNotNull, max } from "drizzle-orm";
import type { WaveRef } from "#contracts/waves.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { postMails } from "#server/modules/outbox/index.ts";
import { mustLockWave } from "./queries.ts";

const HALF_DAY = 43_200_000;

/**
 * Writes to everybody who was invited by mail, because nobody knows who has answered. Twice within twelve hours is once.
 * @throws not_found; refused while the wave is not open
 */
export const remindEverybody = command("wave.remind", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const found = await mustLockWave(scope, input.waveId);
  const now = scope.clock.now();
  if (found.source !== "pulse" || found.status !== "open") throw refused("Only an open pulse has people to remind.");
  if (found.closesAt !== null && found.closesAt <= now) throw refused("This wave is just closing.");
  const last = await lastReminder(scope, found.id);
  if (last !== null && now.getTime() - last.getTime() < HALF_DAY) return { view: { people: 0 }, audit: UNCHANGED };
  // Whoever got the invitation gets the reminder: the mails themselves say whom that was.
  const invited = await scope.tx
    .selectDistinct({ memberId: outboxMail.memberId })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        eq(outboxMail.waveId, found.id),
        eq(outboxMail.kind, "invitation"),
        isNotNull(outboxMail.memberId),
      ),
    );
  const to = invited.flatMap(({ memberId }) => (memberId === null ? [] : [{ memberId }]));
  await postMails(scope, { kind: "reminder", waveId: found.id }, to);
  return {
    view: { people: to.length },
    audit: { subjectId: found.id, subject: found.label, after: { people: to.length } },
  };
});

/** When everybody was reminded last, or null. */
export async function lastReminder(scope: Scope, waveId: string): Promise<Date | null> {
  const [row] = await scope.tx
    .select({ at: max(outboxMail.createdAt) })
    .from(outboxMail)
    .where(
      and(eq(outboxMail.orgId, scope.organisation.id), eq(outboxMail.waveId, waveId), eq(outboxMail.kind, "reminder")),
    );
  return row?.at ?? null;
}
