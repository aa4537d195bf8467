import { and, eq } from "drizzle-orm";
import { CHECK_WORDS } from "#content/certificate-words.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { type Certification, certifyWave } from "#server/disclosure/index.ts";
import { notFound } from "#server/kernel/errors.ts";

type InWords = Omit<Certification, "checks"> & {
  /** `why` where a check could not be looked at. */
  checks: { title: string; says: string; holds: boolean | null; why: string | null }[];
};

/**
 * Makes the certificate of a wave again, for a command of the installation. Reads, and changes nothing.
 * @throws not_found for a wave of no such name, and for one that was never checked
 */
export async function certifyRelease(orgId: string, label: string): Promise<InWords> {
  const waveId = await asSystem("Certify command", "result:read", orgId, async ({ tx }) => {
    const [found] = await tx
      .select({ id: wave.id })
      .from(wave)
      .where(and(eq(wave.orgId, orgId), eq(wave.label, label)));
    if (!found) throw notFound("wave");
    return found.id;
  });
  const made = await certifyWave(orgId, waveId);
  return {
    ...made,
    checks: made.checks.map(({ name, holds, why = null }) => ({
      title: CHECK_WORDS[name].name,
      says: CHECK_WORDS[name].says,
      holds,
      why,
    })),
  };
}
