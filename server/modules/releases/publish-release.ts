import { and, eq } from "drizzle-orm";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { publishWave, type Published } from "#server/disclosure/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";

/**
 * Publishes a sealed wave: the release and its audit in the releaser's transaction, then one audit row. Called by jobs
 * and commands of the installation after whoever asked was authorised; never inside another transaction.
 *
 * @throws not_found; refused when the wave is not sealed
 */
export async function publishRelease(orgId: string, waveId: string, clock: Clock = systemClock): Promise<Published> {
  const published = await publishWave(orgId, waveId, clock);
  await asSystem("Release job", "wave:run", orgId, async (scope) => {
    const [row] = await scope.tx
      .select({ label: wave.label })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    await writeAudit(scope, "release.publish", [
      {
        subjectId: waveId,
        subject: row?.label ?? "",
        after: { verdict: published.verdict, answers: published.answers },
      },
    ]);
  });
  return published;
}
