/** A claim older than this is of a sender that died: its mail may or may not have gone out. */
export const CLAIM_MINUTES = 10;
/** Past this many tries somebody has to look. */
export const MAX_ATTEMPTS = 300;

/** Minutes until the next try: 1, 2, 4, 8, 16, then every half hour. */
export function backoffMinutes(attempts: number): number {
  return Math.min(30, 2 ** Math.max(0, Math.min(attempts, 10) - 1));
}

/** What a provider said, as far as it decides what happens next. */
export type Failure = { responseCode?: number | undefined; command?: string | undefined };

/**
 * - `address`: refused for good for this address; nobody tries again.
 * - `provider`: not reachable, not signed in or too busy; every mail waits.
 * - `mail`: this mail alone, for now.
 */
export function failureOf({ responseCode, command }: Failure): "address" | "provider" | "mail" {
  if (responseCode === undefined) return "provider";
  if (responseCode >= 500 && (command === "RCPT TO" || command === "DATA")) return "address";
  return command === "RCPT TO" ? "mail" : "provider";
}

/** The line broke while the mail was being handed over, and no answer came: it may have been taken. */
export function maybeTaken({ responseCode, command }: Failure): boolean {
  return responseCode === undefined && command === "DATA";
}
