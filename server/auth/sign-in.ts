import { eq } from "drizzle-orm";
import { account } from "#db/schema/accounts.ts";
import { ABSOLUTE_HOURS, LONG_IDLE_MINUTES, needsShortSession, SHORT_IDLE_MINUTES } from "#server/authz/index.ts";
import { writeSecurityEvent } from "#server/kernel/audit.ts";
import { writeMemberEvents } from "./member-events.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { verifyPassword } from "./passwords.ts";
import { bookAttempt, forgetAttempts } from "./rate-limit.ts";
import { createSession } from "./sessions.ts";

export type SignInResult =
  | { outcome: "signed_in"; accountId: string; secret: string }
  | { outcome: "wrong" }
  | { outcome: "too_many" };

/**
 * E-mail and password. Unknown address, no password yet, disabled account and wrong password are one answer and take the
 * same time. A right one gets a new session with a new secret (rotation).
 */
export async function signInWithPassword(
  input: { email: string; password: string; address: string },
  clock: Clock,
): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  const now = clock.now();
  const keys = [
    { kind: "account", value: email },
    { kind: "address", value: input.address },
  ] as const;

  const booked = await inTransaction({}, (tx) => bookAttempt(tx, keys, now));
  if (!booked) {
    await writeSecurityEvent({ orgId: null, accountId: null, kind: "rate_limited", detail: { what: "sign-in" } });
    return { outcome: "too_many" };
  }
  const found = await inTransaction({ accountEmail: email }, async (tx) => {
    const [row] = await tx.select().from(account).where(eq(account.email, email));
    return row ?? null;
  });
  const right = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found || !right || found.status !== "active") {
    await writeSecurityEvent({ orgId: null, accountId: found?.id ?? null, kind: "sign_in_failed" });
    return { outcome: "wrong" };
  }
  const secret = await inTransaction({ accountId: found.id }, async (tx) => {
    await forgetAttempts(tx, keys, now);
    const short = await needsShortSession(tx, found.id, now);
    const idleMinutes = short ? SHORT_IDLE_MINUTES : LONG_IDLE_MINUTES;
    return createSession(tx, found.id, { idleMinutes, absoluteHours: ABSOLUTE_HOURS }, now);
  });
  await writeMemberEvents(found.id, "signed_in");
  return { outcome: "signed_in", accountId: found.id, secret };
}
