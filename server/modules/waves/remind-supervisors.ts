import { and, eq } from "drizzle-orm";
import { outboxMail } from "#db/schema/outbox.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { postMails } from "#server/modules/outbox/index.ts";
import { listLists } from "./list-queries.ts";
import { listRunners } from "./pulse-queries.ts";
import { mustLockWave, type WaveRow } from "./queries.ts";

const TWO_DAYS = 172_800_000;

/** Once, in the last two days before a wave opens: whoever runs a team whose list nobody has confirmed. */
export async function remindSupervisors(scope: Scope, wave: WaveRow): Promise<void> {
  if (wave.opensAt === null || wave.opensAt.getTime() - scope.clock.now().getTime() > TWO_DAYS) return;
  const { status } = await mustLockWave(scope, wave.id);
  if (status !== "confirming") return;
  const [sent] = await scope.tx
    .select({ id: outboxMail.id })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        eq(outboxMail.waveId, wave.id),
        eq(outboxMail.kind, "confirm_reminder"),
      ),
    )
    .limit(1);
  if (sent) return;
  const open = new Set((await listLists(scope, wave.id)).filter((l) => l.confirmedAt === null).map((l) => l.unitId));
  const people = new Set((await listRunners(scope)).filter((r) => open.has(r.unitId)).map((r) => r.personId));
  await postMails(
    scope,
    { kind: "confirm_reminder", waveId: wave.id },
    [...people].map((personId) => ({ personId })),
  );
}
