import { eq } from "drizzle-orm";
import type { WaveCadence } from "#contracts/waves.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { nextPlan } from "./cadence-rules.ts";
import { listStatements } from "./pulse-queries.ts";
import type { WaveRow } from "./queries.ts";

/**
 * Plans the next pulse when one opens, where the organisation has said how often: the same statements and wall times, a
 * month or a quarter later, as a draft that HR may change or remove. Belongs into the transaction that opens.
 */
export async function planNext(scope: Scope, opened: WaveRow): Promise<void> {
  const { id: orgId, zone } = scope.organisation;
  const [setting] = await scope.tx
    .select({ cadence: organisationSetting.waveCadence, k: organisationSetting.k })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, orgId));
  const labels = await scope.tx.select({ label: wave.label }).from(wave).where(eq(wave.orgId, orgId));
  const next = nextPlan(
    (setting?.cadence ?? "by_hand") as WaveCadence,
    { opensAt: opened.opensAt ?? scope.clock.now(), closesAt: opened.closesAt, deletesOn: opened.deletesOn },
    zone,
    new Set(labels.map((row) => row.label)),
  );
  if (next === null) return;
  const [made] = await scope.tx
    .insert(wave)
    .values({
      orgId,
      ...next,
      source: "pulse",
      k: Math.max(opened.k, setting?.k ?? opened.k),
      agreedWithStaff: opened.agreedWithStaff,
      welsh: opened.welsh,
      createdAt: scope.clock.now(),
    })
    .returning({ id: wave.id });
  if (!made) throw new Error("no row of the next wave came back");
  const statements = await listStatements(scope, opened.id);
  await scope.tx
    .insert(waveStatement)
    .values(statements.map((s, position) => ({ orgId, waveId: made.id, position, ...s })));
  await writeAudit(scope, "wave.plan-next", [
    { subjectId: made.id, subject: next.label, after: { label: next.label, cadence: setting?.cadence ?? null } },
  ]);
}
