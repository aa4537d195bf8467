import { and, eq } from "drizzle-orm";
import { outboxMail } from "#db/schema/outbox.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { postMails } from "#server/modules/outbox/index.ts";
import { listRunners } from "./pulse-queries.ts";
import { mustLockWave } from "./queries.ts";

/** Once a wave, when its results are out: tells whoever runs a team or leads a unit. */
export async function announceResults(scope: Scope, waveId: string): Promise<void> {
  await mustLockWave(scope, waveId);
  const [told] = await scope.tx
    .select({ id: outboxMail.id })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.orgId, scope.organisation.id),
        eq(outboxMail.waveId, waveId),
        eq(outboxMail.kind, "results_out"),
      ),
    )
    .limit(1);
  if (told) return;
  const people = new Set((await listRunners(scope)).map((runner) => runner.personId));
  await postMails(
    scope,
    { kind: "results_out", waveId },
    [...people].map((personId) => ({ personId })),
  );
}
