import type { PulseForm } from "#contracts/pulse.ts";
import { parseLink } from "./link.ts";
import { askVault } from "./vault.ts";

type OpenedPulse = { state: "open"; form: PulseForm } | { state: "closed" | "expired" | "unknown" };

/**
 * What the respondent's page shows for a link. Reads neither whether it was used nor any answer; changes nothing.
 *
 * @param unverifiedLink the part of the address after `/r/`
 */
export async function openPulseForm(unverifiedLink: string): Promise<OpenedPulse> {
  const link = parseLink(unverifiedLink);
  if (!link) return { state: "unknown" };
  const found = await askVault(link);
  if (found.state !== "open") return { state: found.state };
  return {
    state: "open",
    form: {
      organisation: found.organisation,
      team: found.team,
      waveLabel: found.wave_label,
      promise: { k: found.k, resultsAfter: found.closes_on, deletedOn: found.deletes_on },
      receipt: found.receipt,
      statements: found.statements,
      noteAllowed: true,
      welsh: found.welsh,
      rehearsal: found.rehearsal,
    },
  };
}
