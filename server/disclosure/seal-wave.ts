import { and, eq, sql } from "drizzle-orm";
import { wave } from "#db/schema/waves.ts";
import { notFound, refused } from "#server/kernel/errors.ts";
import { inReleaserTransaction } from "#server/kernel/transaction.ts";
import { rewriteFiles } from "./rewrite-files.ts";

/**
 * Seals a closing pulse: its answers and notes become sealed rows in random order, and inbox, invitations and the wave's key
 * are deleted, in one transaction. Submits that are under way hold the wave's lock: each is in, or refused, never both.
 * Idempotent: a sealed wave stays as it is.
 *
 * @throws not_found; refused when the wave is not closing
 */
export async function sealPulse(orgId: string, waveId: string): Promise<void> {
  const sealed = await inReleaserTransaction({ orgId }, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(app.wave_lock(${waveId}))`);
    const [found] = await tx
      .select({ status: wave.status })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)))
      .for("update");
    if (!found) throw notFound("wave");
    if (found.status === "sealed" || found.status === "published") return false;
    if (found.status !== "closing") throw refused("Only a wave that is closing can be sealed.");
    const here = sql`org_id = ${orgId} and wave_id = ${waveId}`;
    await tx.execute(sql`
      insert into sealed_response (org_id, wave_id, unit_id, d1, d2, d3, d4, d5, d6, e1, e2, e3, e4, e5, e6, extra, locals)
      select org_id, wave_id, unit_id, answers[1], answers[2], answers[3], answers[4], answers[5], answers[6], answers[7],
        answers[8], answers[9], answers[10], answers[11], answers[12], extra, locals
      from inbox where ${here} order by random()`);
    await tx.execute(sql`
      insert into sealed_note (org_id, wave_id, unit_id, note)
      select org_id, wave_id, unit_id, note from inbox_note where ${here} order by random()`);
    for (const table of ["inbox", "inbox_note", "invitation", "wave_key"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where ${here}`);
    }
    await tx
      .update(wave)
      .set({ status: "sealed" })
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    return true;
  });
  if (sealed) await clearDeadRows(true);
}

/** Throws away what a wave that will never be sealed has collected. The caller has locked it and marked it withdrawn. */
export async function discardPulse(orgId: string, waveId: string): Promise<void> {
  await inReleaserTransaction({ orgId }, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(app.wave_lock(${waveId}))`);
    const [found] = await tx
      .select({ status: wave.status })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.id, waveId)));
    if (found?.status !== "withdrawn") throw refused("Only a withdrawn wave is thrown away.");
    for (const table of ["inbox", "inbox_note", "invitation", "wave_key"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where org_id = ${orgId} and wave_id = ${waveId}`);
    }
  });
  await clearDeadRows(true);
}

/**
 * Dead rows of the inbox and of invitations would tell in which order the living ones came: a plain VACUUM left 8 to 28 of
 * 240 people to be found. Submits wait for it, about a second for 100,000 rows. Hourly while a wave is open, where a try
 * that an older transaction spoils is made again an hour later, and after each seal.
 */
export async function clearDeadRows(patient = false): Promise<void> {
  await rewriteFiles(["inbox", "inbox_note", "invitation"], patient);
}
