import { and, eq, sql } from "drizzle-orm";
import { auditEvent } from "#db/schema/audit.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { clearNotes, publishWave, type Published } from "#server/disclosure/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";

/**
 * Publishes a sealed wave: the release and its audit in the releaser's transaction, then one audit row, and then the files
 * of the notes are written anew, since deleted words stay in them otherwise. Called by jobs and commands of the installation
 * after whoever asked was authorised; never inside another transaction. Again: nothing but the last of it is done twice.
 *
 * @throws not_found; refused when the wave is not sealed
 */
export async function publishRelease(orgId: string, waveId: string, clock: Clock = systemClock): Promise<Published> {
  const published = await publishWave(orgId, waveId, clock);
  await asSystem("Release job", "wave:run", orgId, async (scope) => {
    const [row] = await scope.tx
      .select({ label: wave.label })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)))
      .for("update");
    if (published.verdict === "passed" && (await isBooked(scope, waveId))) return;
    await writeAudit(scope, "release.publish", [
      {
        subjectId: waveId,
        subject: row?.label ?? "",
        after: { verdict: published.verdict, answers: published.answers },
      },
    ]);
  });
  if (published.notes) await clearNotes();
  return published;
}

async function isBooked(scope: Scope, waveId: string): Promise<boolean> {
  const [found] = await scope.tx
    .select({ one: sql`1` })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.orgId, scope.organisation.id),
        eq(auditEvent.action, "release.publish"),
        eq(auditEvent.subjectId, waveId),
        sql`${auditEvent.after}->>'verdict' = 'passed'`,
      ),
    )
    .limit(1);
  return found !== undefined;
}
