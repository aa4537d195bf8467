import type { PulseAnswers, PulseOutcome } from "#contracts/pulse.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { parseLink } from "./link.ts";
import { giveToVault } from "./vault.ts";

const LOCAL_CODES = ["L1", "L2", "L3", "L4", "L5"] as const;
const EXTRA_CODES = ["X1", "X2", "X3"] as const;

/**
 * Takes what one person answers, once: every repeat of a link is "received" again and changes nothing. When it returns
 * "received", the answer is on disk.
 *
 * @param unverifiedLink the part of the address after `/r/`
 * @throws a check violation of the database for answers that the contract does not allow
 */
export async function sendPulse(unverifiedLink: string, { answers, note }: PulseAnswers): Promise<PulseOutcome> {
  const link = parseLink(unverifiedLink);
  if (!link) return "unknown";
  const extra = EXTRA_CODES.find((code) => answers[code] !== undefined);
  return giveToVault(link, {
    answers: STATEMENT_CODES.map((code) => answers[code] ?? null),
    extra: extra === undefined ? null : (answers[extra] ?? null),
    locals: LOCAL_CODES.map((code) => answers[code] ?? null),
    note: note ?? null,
  });
}
